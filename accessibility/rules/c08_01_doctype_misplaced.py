"""8.1.3: the document type declaration stands before the html tag in the source.

A declaration that the parser accepted stands before the root element: nothing else may precede it. One that it
dropped is looked for in the source, outside comments, scripts and attribute values.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.1.3
"""

from accessibility.page.doctype import is_written_after_html
from accessibility.page.sight import Sight
from accessibility.rules.base import Answer, Rule

RULE = Rule(
    decides=("8.1.3",),
    sight=Sight.DECLARATION,
    applicability=lambda page: [page.root] if page.is_html and (page.doctype or is_written_after_html(page)) else [],
    expectation=lambda root, page: Answer.MEETS if page.doctype else Answer.FAILS,
    message="La déclaration de type de document est placée après la balise <html>.",
    fix="Déplacez la déclaration <!DOCTYPE html> à la toute première ligne, avant la balise <html>.",
)
