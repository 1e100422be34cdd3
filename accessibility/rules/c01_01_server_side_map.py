"""1.1.4: each zone of a server-side image map is doubled by a means that any pointing device can use.

Only the server knows the zones of an image with `ismap`. Where the page holds no other link, button or list of
choices, nothing can double them; where it holds some, a person compares. Outside a link, `ismap` does nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.1.4
"""

from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.sight import has_scripts
from accessibility.rules.base import Answer, Rule

_MEANS = ("a", "area", "button", "select", "input", "iframe", "frame", "object", "embed")


def _applicability(page: Page) -> list[Node]:
    return [
        node
        for node in shown(in_generated_code(page.with_attribute("ismap")))
        if node.tag == "img" or (node.tag == "input" and (node.get("type") or "").lower() == "image")
    ]


def _expectation(node: Node, page: Page) -> Answer:
    own = node.closest("a") or node
    if node.tag == "img" and own is node:
        return Answer.MEETS
    others = [other for other in page.select(*_MEANS) if other is not own and other is not node]
    return Answer.A_PERSON_MUST_LOOK if others or page.opaque or has_scripts(page) else Answer.FAILS


RULE = Rule(
    fails=("1.1.4",),
    applicability=_applicability,
    expectation=_expectation,
    message="Cette image cliquable (ismap) ne sert qu’à la souris, et aucun autre lien de la page n’y supplée.",
    review_message=(
        "Cette image cliquable (ismap) ne sert qu’à la souris\u00a0: vérifiez que des liens de la page mènent à tous "
        "les mêmes endroits."
    ),
    fix="Remplacez l’image par une liste de liens, ou par une image à zones (usemap) aux alternatives bien écrites.",
)
