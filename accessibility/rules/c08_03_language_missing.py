"""8.3.1: the default language of the page is given.

The RGAA accepts the language on the `html` element, or on every text or one of its parents: a page without `lang` on
`html` fails as soon as one perceived text has no language around it. When only what is not prose (title of the page,
alternatives) lacks it, or when the page has no text, a person decides. An empty `lang` gives no language.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.3.1
"""

from accessibility.page.language import declared_language, has_language, perceived_texts
from accessibility.page.model import Node, Page
from accessibility.page.scope import roots
from accessibility.page.sight import Sight
from accessibility.rules.base import Answer, Rule


def _expectation(root: Node, page: Page) -> Answer:
    if declared_language(root):
        return Answer.MEETS
    if any(not has_language(text) for text in perceived_texts(page)):
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    act=("b5c3f8",),
    decides=("8.3.1",),
    sight=Sight.DOCUMENT,
    applicability=roots,
    expectation=_expectation,
    styles_matter=True,
    message="La langue de la page n’est pas indiquée.",
    review_message="La langue n’est pas indiquée sur l’élément html.",
    fix='Ajoutez l’attribut lang sur la balise <html>, par exemple <html lang="fr">.',
)
