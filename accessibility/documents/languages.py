"""The language that a document declares: present, well formed, and that of its text (EN 301 549, 10.3.1.1)."""

import re
from collections.abc import Sequence

from accessibility.documents.defect import Defect, fail
from accessibility.page.detected_language import language_of, lead_over, letters_in
from accessibility.page.language_names import french_name, in_french_name
from accessibility.page.text import quote, words

_WELL_FORMED = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")  # RFC 1766, as ISO 32000-1 §14.9.2 wants it
_FEWEST_LETTERS = 300
_CERTAIN = 120.0
_DOUBTFUL = 10.0
_FEWEST_WORDS_OF_A_PASSAGE = 8
_LONGEST_PASSAGE = 5_000
_MOST_PASSAGES = 40


def missing_language() -> Defect:
    """No language is declared."""
    return fail(
        "document_language_missing",
        "document",
        "",
        "Le document ne dit pas dans quelle langue il est écrit\u00a0: une synthèse vocale peut le lire avec "
        "l’accent d’une autre.",
        "Indiquez la langue du document dans ses propriétés, par exemple «\u00a0Français\u00a0» (fr-FR).",
    )


def language_defects(declared: str, passages: Sequence[str]) -> list[Defect]:
    """What is wrong with a declared language. `passages`: texts that inherit it, a page each for instance."""
    if not _WELL_FORMED.match(declared.strip()):
        message = f"La langue que le document déclare n’a pas la forme d’un code de langue\u00a0: {quote(declared)}."
        fix = "Choisissez la langue dans les propriétés du document, par exemple «\u00a0Français\u00a0» (fr-FR)."
        return [fail("document_language_invalid", "document", declared, message, fix)]
    main = declared.strip().partition("-")[0].lower()
    passages = [passage[:_LONGEST_PASSAGE] for passage in passages[:_MOST_PASSAGES]]
    text = " ".join(passages)
    if letters_in(text) < _FEWEST_LETTERS or lead_over(main, text) < _CERTAIN:
        return []
    if any(_may_be_in(main, passage) for passage in passages):
        return []
    message = (
        f"Le document se déclare écrit dans une autre langue que la sienne\u00a0: {french_name(main)}, alors que son "
        f"texte est {in_french_name(language_of(text))}."
    )
    fix = "Corrigez la langue dans les propriétés du document, par exemple «\u00a0Français\u00a0» (fr-FR)."
    return [fail("document_language_not_that_of_the_text", "document", declared, message, fix)]


def _may_be_in(language: str, passage: str) -> bool:
    return len(words(passage)) >= _FEWEST_WORDS_OF_A_PASSAGE and (
        language_of(passage) == language or 0 < lead_over(language, passage) < _DOUBTFUL
    )
