"""10.6.1: a link that only its colour tells from the text around it has a contrast of 3:1 with it, and another sign
when it is pointed at and when it has the focus.

Measured: the link flows in a sentence and nothing but its colour sets it apart. Under 3:1, axe fails it; from 3:1 on,
the signs of the two other states take a person, once for all links of one look.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.6.1
"""

from accessibility.page.distinction import contrast_around, is_told_by_colour_alone, one_of_each_look, within_a_sentence
from accessibility.page.links import is_html_link, links
from accessibility.page.model import Node, Page
from accessibility.page.scope import shown
from accessibility.rules.base import Rule, a_person_must_look

_ENOUGH = 3


def _applicability(page: Page) -> list[Node]:
    return one_of_each_look(
        node
        for node in shown(links(page))
        if is_html_link(node)
        and is_told_by_colour_alone(node)
        and within_a_sentence(node)
        and contrast_around(node) >= _ENOUGH
    )


RULE = Rule(
    asks=("10.6.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=lambda node, page: (
        f"Seule sa couleur distingue ce lien de la phrase (contraste de {_ratio(node)}:1)\u00a0: vérifiez qu’au survol "
        f"et au focus, un autre signe apparaît."
    ),
    fix="Soulignez les liens qui sont dans une phrase.",
)


def _ratio(node: Node) -> str:
    return f"{int(contrast_around(node) * 10) / 10:.1f}".replace(".", ",")
