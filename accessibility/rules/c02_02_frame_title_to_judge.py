"""2.2.1: the title of a frame is relevant.

A person compares the title with what the frame shows. Two frames under one title are shown together: they may have
the same subject, or be mistaken for each other.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#2.2.1
"""

from accessibility.page.frames import frames
from accessibility.page.model import Node, Page
from accessibility.page.text import is_blank, quote, squash
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    title = squash(node.get("title") or "")
    shows = node.get("src") or ("un contenu écrit dans la page" if node.has("srcdoc") else "")
    twins = [
        other.get("src") or ""
        for other in page.select("iframe", "frame")
        if other is not node and squash(other.get("title") or "").casefold() == title.casefold()
    ]
    question = f"Vérifiez que le titre {quote(title)} dit ce que montre le cadre"
    if shows:
        question += f" ({quote(shows, 120)})"
    if any(twin != node.get("src") for twin in twins):
        question += "\u00a0; un autre cadre de la page porte le même titre"
    return question + "."


RULE = Rule(
    act=("4b1c6c",),
    asks=("2.2.1",),
    applicability=lambda page: [node for node in frames(page) if not is_blank(node.get("title") or "")],
    expectation=a_person_must_look,
    message=_question,
    fix="Écrivez dans l’attribut title du cadre ce qu’il contient, par exemple «\u00a0Carte des travaux\u00a0».",
)
