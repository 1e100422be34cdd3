"""How far one is: « Étape 2 sur 4, plus que deux après »."""

from dataclasses import dataclass

from services.eservices.filling.queries import CheckedStep

REVIEW = "Vérifier et envoyer"
_NUMBERS = "zéro une deux trois quatre cinq six sept huit neuf dix onze douze".split()


@dataclass(frozen=True)
class Progress:
    """The place of a page among the steps, the review being the last."""

    steps: list[str]
    now: int

    @property
    def left(self) -> str:
        """How many steps come after this one, in words."""
        count = len(self.steps) - self.now
        if count == 0:
            return "la dernière"
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        return f"plus qu’{number} après" if number.startswith(("u", "o")) else f"plus que {number} après"

    @property
    def in_words(self) -> str:
        return f"Étape {self.now} sur {len(self.steps)}"


def progress(steps: list[CheckedStep], key: str | None) -> Progress:
    """The place of a step; of the review when `key` is None."""
    titles = [checked.step.title for checked in steps] + [REVIEW]
    keys = [checked.step.key for checked in steps]
    return Progress(titles, keys.index(key) + 1 if key else len(titles))
