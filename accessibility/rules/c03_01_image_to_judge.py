"""3.1.3, 3.2.1 to 3.2.4, 3.3.2 and 3.3.3: colours within an image.

Whether an image informs by colour alone, holds text that stands out too little, or draws with colours that are too
close, takes a person: one look settles them all. An image that its author says is decoration may still show text.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.1.3
"""

from accessibility.page.images_to_see import images_to_see, is_said_decoration
from accessibility.page.model import Node
from accessibility.rules.base import Rule, a_person_must_look

_TEXT = ("3.2.1", "3.2.2", "3.2.3", "3.2.4")


def _tests(node: Node) -> tuple[str, ...]:
    return _TEXT if is_said_decoration(node) else ("3.1.3", *_TEXT, "3.3.2", "3.3.3")


RULE = Rule(
    asks=("3.1.3", *_TEXT, "3.3.2", "3.3.3"),
    tests_of=_tests,
    applicability=images_to_see,
    expectation=a_person_must_look,
    needs_rendering=True,
    message="Vérifiez les couleurs de cette image\u00a0: aucune n’informe seule, et son texte et ses traits utiles se "
    "détachent bien.",
    fix="Doublez la couleur d’un mot ou d’un motif, et donnez au texte de l’image un contraste d’au moins 4,5:1.",
)
