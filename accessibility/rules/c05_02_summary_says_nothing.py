"""5.2.1: the summary of a complex data table is relevant.

A table with headers out of its first row and first column is complex (glossary). A `summary` that is made of
punctuation, of a bare word (« résumé », « tableau »), of a text for the tool to replace or of the words of the caption
again explains no structure. It fails where nothing else may: the caption holds nothing that the summary does not say,
and the table has no description by ARIA.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.2.1
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.tables import data_tables, headers_out_of_first_row_and_column, title_of_table
from accessibility.page.text import is_blank, is_only_punctuation, quote, squash, words
from accessibility.rules.base import Answer, Rule

_BARE = re.compile(
    r"(?:r[ée]sum[ée]|summary|table(?:au)?|data|donn[ée]es|table summary|caption|titre|title|description)s?"
    r"(?: (?:du|of the) (?:tableau|table))?|[àa] compl[ée]ter|todo|tbd|undefined|null|lorem ipsum.*",
    re.IGNORECASE,
)
_LONGEST_TITLE = 8
"""Words above which a caption may explain the table beside naming it."""


def _summary(table: Node) -> str:
    return squash(table.get("summary") or "")


def _expectation(table: Node, page: Page) -> Answer:
    summary, title = _summary(table), title_of_table(table, page)
    bare = is_only_punctuation(summary) or _BARE.fullmatch(summary.strip(" .:…-"))
    repeats = words(summary) == words(title)
    if not bare and not repeats:
        return Answer.MEETS
    figure = table.closest("figure")
    described = table.has("aria-describedby") or (figure is not None and any(figure.find("figcaption", "p", "details")))
    long_title = len(words(title)) > _LONGEST_TITLE
    return Answer.A_PERSON_MUST_LOOK if described or long_title else Answer.FAILS


RULE = Rule(
    fails=("5.2.1",),
    applicability=lambda page: [
        table
        for table in data_tables(page)
        if headers_out_of_first_row_and_column(table) and not is_blank(table.get("summary") or "")
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda table, page: (
        f"Le résumé de ce tableau complexe, {quote(_summary(table))}, n’explique pas comment le lire."
    ),
    fix=(
        "Dites dans la balise <caption>, après le titre, comment le tableau est organisé, par exemple «\u00a0Les "
        "tarifs sont donnés par quartier, puis par âge\u00a0»."
    ),
)
