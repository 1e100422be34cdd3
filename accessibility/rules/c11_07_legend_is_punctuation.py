"""11.7.1: the legend of a group of fields is relevant.

Punctuation alone says nothing of what the fields have in common. Any other legend takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.7.1
"""

from accessibility.page.forms import fields_of, groups, legend_of
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.text import is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule


def _legend(node: Node, page: Page) -> str:
    name = accessible_name(node, page)
    if name.source in ("aria-labelledby", "aria-label"):
        return name.text
    legend = legend_of(node)
    return accessible_name(legend, page).text if legend else ""


RULE = Rule(
    fails=("11.7.1",),
    applicability=lambda page: [node for node in groups(page) if _legend(node, page) and fields_of(node)],
    expectation=lambda node, page: Answer.FAILS if is_only_punctuation(_legend(node, page)) else Answer.MEETS,
    styles_matter=True,
    message=lambda node, page: (
        f"La légende du groupe de champs, {quote(_legend(node, page))}, n’est que de la ponctuation."
    ),
    fix="Écrivez une légende qui dit ce que les champs ont en commun, par exemple «\u00a0Votre adresse\u00a0».",
)
