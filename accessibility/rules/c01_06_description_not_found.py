"""1.6.9: `aria-describedby` on an image designates its detailed description.

An attribute that refers to no element of the page gives no description at all: the technical note wants it to refer
to the `id` of the description. Whether the page holds one that it should have designated takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.6.9
"""

from accessibility.page.images import images
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.MEETS if page.by_ids(node.get("aria-describedby"), node) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    asks=("1.6.9",),
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if not is_blank(node.get("aria-describedby") or "") and not is_presentational(node)
    ],
    expectation=_expectation,
    message=lambda node, page: (
        f"La description de l’image est annoncée ({quote(node.get('aria-describedby') or '')}) mais aucun élément de "
        "la page ne porte cet identifiant\u00a0: cherchez la description."
    ),
    fix="Donnez à l’élément qui décrit l’image l’identifiant que cite aria-describedby, ou retirez l’attribut.",
)
