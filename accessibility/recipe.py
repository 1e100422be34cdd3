"""The recipe of a sign-in: readable steps, one a line, and no secret, only the names of those that hold them.

    # Espace des agents
    aller /connexion
    remplir "Identifiant" avec $IDENTIFIANT
    remplir css "#mot-de-passe" avec $MOT_DE_PASSE
    cliquer "Se connecter"
    attendre "Mon compte"

A recipe is written in French by who knows the site: its errors are in French too.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_QUOTED = r'(?:"(?P<plain>[^"]+)"|«\s*(?P<french>[^»]+?)\s*»|“(?P<curly>[^”]+)”)'
_WANTED = rf"(?P<css>css\s+)?{_QUOTED}"
_ADDRESS = r"(?P<address>\S+)"
_VARIABLE = r"\$(?P<variable>[A-Za-z_]\w*)"


class Verb(StrEnum):
    """What a step does."""

    GO = "aller"
    FILL = "remplir"
    CLICK = "cliquer"
    WAIT = "attendre"


_FORMS = {
    Verb.GO: (_ADDRESS, "aller /connexion"),
    Verb.FILL: (rf"{_WANTED}\s+avec\s+{_VARIABLE}", 'remplir "Identifiant" avec $IDENTIFIANT'),
    Verb.CLICK: (_WANTED, 'cliquer "Se connecter"'),
    Verb.WAIT: (_QUOTED, 'attendre "Mon compte"'),
}


class RecipeError(Exception):
    """The recipe cannot be followed; the message, in French, says at which line and what to do."""

    def __init__(self, line: int, reason: str) -> None:
        place = f", ligne {line}" if line else ""
        super().__init__(f"Recette de connexion{place} : {reason}")


@dataclass(frozen=True)
class Step:
    """One step. `wanted`: an address, the name of a field or button, a CSS selector (`css`), or a text to wait for.

    `variable`: name of the environment variable that holds what is to be typed.
    """

    line: int
    verb: Verb
    wanted: str
    css: bool = False
    variable: str = ""


@dataclass(frozen=True)
class Recipe:
    """The steps of a sign-in: the first goes to the page where one signs in, the last sees that one is."""

    steps: tuple[Step, ...]

    def check_variables(self, environment) -> None:
        """Raises RecipeError for the first variable that is missing, or empty, in the environment."""
        for step in self.steps:
            if step.variable and not environment.get(step.variable):
                raise RecipeError(
                    step.line,
                    f"la variable d’environnement {step.variable} manque ou est vide. "
                    "Donnez-lui sa valeur, puis relancez la commande.",
                )


def read_recipe(text: str) -> Recipe:
    """Read the text of a recipe. Raises RecipeError."""
    steps = tuple(
        _step(number, line.strip())
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.strip().startswith("#")
    )
    if not steps:
        raise RecipeError(0, "le fichier ne contient aucune étape. Commencez par « aller » et une adresse.")
    if steps[0].verb is not Verb.GO:
        raise RecipeError(steps[0].line, "la première étape doit être « aller » et l’adresse de la page de connexion.")
    if steps[-1].verb is not Verb.WAIT:
        raise RecipeError(
            steps[-1].line,
            "la dernière étape doit être « attendre » et un texte que seule montre la page d’une personne connectée.",
        )
    return Recipe(steps)


def _step(number: int, line: str) -> Step:
    word, _, rest = line.partition(" ")
    try:
        verb = Verb(word.lower())
    except ValueError:
        known = ", ".join(f"« {verb} »" for verb in Verb)
        raise RecipeError(number, f"l’étape commence par un mot inconnu. Les étapes sont {known}.") from None
    form, example = _FORMS[verb]
    found = re.fullmatch(form, rest.strip())
    if not found:
        raise RecipeError(number, f"l’étape est mal écrite. Écrivez par exemple : {example}")
    parts = found.groupdict()
    wanted = parts.get("address") or parts.get("plain") or parts.get("french") or parts.get("curly")
    return Step(number, verb, wanted, bool(parts.get("css")), parts.get("variable") or "")
