"""6.1.1 to 6.1.4: the title of a link repeats its name.

Some assistive technologies are set to say the title in place of the content. The glossary (note 2 of « Intitulé de
lien ») calls a link not explicit when its title does not take up at least the name that its content gives. Case and
punctuation are ignored. Certain when a word of the name is missing from the title; when all are there
in another order, a person decides. A link named by ARIA is judged by test 6.1.5.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.1
"""

from accessibility.page.links import is_html_link, kind_of_link, links
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, quote, words
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    titled = (node for node in links(page) if is_html_link(node) and not is_blank(node.get("title") or ""))
    return [node for node in exposed(titled) if accessible_name(node, page).source == "content"]


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page)
    said, wanted = words(node.get("title") or ""), words(name.text)
    if "".join(wanted) in "".join(said):
        return Answer.MEETS
    if not name.certain or set(wanted) <= set(said):
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


RULE = Rule(
    fails=("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
    tests_of=kind_of_link,
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’infobulle du lien, {quote(node.get('title') or '')}, ne reprend pas son intitulé, "
        f"{quote(accessible_name(node, page).text)}."
    ),
    fix="Supprimez l’infobulle (attribut title) du lien, ou faites-la commencer par l’intitulé du lien.",
)
