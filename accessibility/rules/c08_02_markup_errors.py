"""8.2.1: the source is valid for its document type: tags, nesting, opening and closing, attributes.

The HTML parser itself reports the errors of the source that came. Those that the test and the glossary (« Règles
d’écriture ») name are failures: no browser can show what was meant. One finding per page lists the first ones.
Obsolete elements and attributes belong to criterion 10.1, ids to their own rule.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.2.1
"""

from accessibility.page.doctype import is_html5
from accessibility.page.markup_errors import MarkupError, markup_errors
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_MOST_SAID = 5


def _errors(page: Page) -> tuple[MarkupError, ...]:
    return markup_errors(page, html5=is_html5(page.doctype))


def _message(root: Node, page: Page) -> str:
    errors = _errors(page)
    said = "\u00a0; ".join(f"ligne {error.line}, {quote(error.text)}" for error in errors[:_MOST_SAID])
    count = "une erreur" if len(errors) == 1 else f"{len(errors)} erreurs"
    return f"Le code de la page a {count} de balisage, que chaque logiciel corrige à sa façon\u00a0: {said}."


RULE = Rule(
    fails=("8.2.1",),
    applicability=lambda page: [page.root] if page.is_html and page.source else [],
    expectation=lambda root, page: Answer.FAILS if _errors(page) else Answer.MEETS,
    message=_message,
    fix=(
        "Ouvrez et fermez chaque balise dans l’ordre, par exemple <p>Le <strong>marché</strong></p>, et donnez "
        "chaque attribut une seule fois."
    ),
)
