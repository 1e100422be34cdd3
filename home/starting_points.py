"""Structures that a new page may start from, as editors choose them in the address (`?modele=demarche`).

What only the editor can write is left empty, and a page is not published with an empty required field: nothing of a
structure goes online by inadvertence.
"""

from dataclasses import dataclass

PARAMETER = "modele"


@dataclass(frozen=True)
class StartingPoint:
    """A structure: its name in the address, its label, when to take it, and its blocks in order."""

    slug: str
    label: str
    description: str
    blocks: tuple[dict, ...]


def _heading(text: str = "", level: int = 2) -> dict:
    return {"type": "heading", "value": {"text": text, "level": str(level)}}


def _text() -> dict:
    return {"type": "paragraph", "value": ""}


def _steps(count: int) -> dict:
    steps = [{"type": "item", "value": {"title": "", "text": ""}} for _ in range(count)]
    return {"type": "steps", "value": {"level": "3", "steps": steps}}


def _contact() -> dict:
    return {"type": "contact", "value": {"name": "", "level": "3", "role": ""}}


def _documents() -> dict:
    return {"type": "documents", "value": {"documents": [{"type": "item", "value": {"document": None, "title": ""}}]}}


STARTING_POINTS = (
    StartingPoint(
        "information",
        "Page d’information",
        "pour présenter un sujet ou un service",
        (
            _heading("L’essentiel"),
            _text(),
            _heading("En détail"),
            _text(),
            _heading("Nous joindre"),
            _contact(),
        ),
    ),
    StartingPoint(
        "demarche",
        "Démarche pas à pas",
        "pour guider une personne jusqu’au bout",
        (
            _heading("Qui est concerné"),
            _text(),
            _heading("Pièces à fournir"),
            _text(),
            _heading("Comment faire"),
            _steps(3),
            _heading("Délai et prix"),
            _text(),
            _heading("Poser une question"),
            _contact(),
        ),
    ),
    StartingPoint(
        "annuaire",
        "Équipe ou annuaire",
        "pour dire qui fait quoi, et comment joindre chacun",
        (_heading(), _contact(), _contact(), _heading(), _contact(), _contact()),
    ),
    StartingPoint(
        "compte-rendu",
        "Compte rendu",
        "pour rapporter une séance ou une réunion",
        (
            _heading("Date, lieu et participants"),
            _text(),
            _heading("Sujets abordés"),
            _text(),
            _heading("Décisions"),
            _text(),
            _heading("Documents"),
            _documents(),
        ),
    ),
)


def starting_point(slug: str) -> StartingPoint | None:
    """The structure of that name, if there is one."""
    return next((point for point in STARTING_POINTS if point.slug == slug), None)
