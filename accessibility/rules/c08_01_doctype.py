"""8.1.1: each page has a document type declaration.

The test asks whether the declaration is present, which the parser knows exactly. A declaration written too late, which
the parser drops, is there all the same: its place is test 8.1.3's. An SVG or XML document needs none.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.1.1
"""

from accessibility.page.doctype import is_written_after_html
from accessibility.page.sight import Sight
from accessibility.rules.base import Answer, Rule

RULE = Rule(
    decides=("8.1.1",),
    sight=Sight.DECLARATION,
    applicability=lambda page: [page.root] if page.is_html else [],
    expectation=lambda root, page: Answer.MEETS if page.doctype or is_written_after_html(page) else Answer.FAILS,
    message="La page n’a pas de déclaration de type de document.",
    fix="Écrivez <!DOCTYPE html> au tout début du document.",
)
