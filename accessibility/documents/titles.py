"""Titles of documents. The name of the file may stand for one if it says what the document is about.

EN 301 549, clause 10.2.4.2, and WCAG2ICT on success criterion 2.4.2.
"""

import re

from accessibility.documents.defect import Defect, fail, review
from accessibility.page.text import DOCUMENT_EXTENSIONS, IMAGE_EXTENSIONS, has_words, is_file_name, quote, words

_GENERATED = re.compile(
    r"microsoft (?:word|powerpoint|excel) - |untitled|sans[ _-]?(?:titre|nom)|document ?\d*\Z|présentation powerpoint",
    re.IGNORECASE,
)
_FILES = DOCUMENT_EXTENSIONS | IMAGE_EXTENSIONS
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 5
_FIX = "Donnez au document un titre qui dise son sujet, dans ses propriétés (Fichier, Propriétés, Description, Titre)."


def title_defects(title: str, file_name: str) -> list[Defect]:
    """What is wrong with the title of a document, or with its absence."""
    if not has_words(title):
        return [_missing(file_name)]
    if _GENERATED.match(title.strip()) or is_file_name(title, _FILES):
        message = (
            f"Le titre du document ne semble pas dire son sujet\u00a0: {quote(title)}. Un logiciel l’a sans doute "
            "écrit."
        )
        return [review("document_title_made_by_software", "document", title.strip(), message, _FIX)]
    if len(title) < _FEWEST_LETTERS:
        message = f"Le titre du document est très court\u00a0: {quote(title)}. Vérifiez qu’il dit son sujet."
        return [review("document_title_short", "document", title, message, _FIX)]
    return []


def name_says_something(file_name: str) -> bool:
    """The name of the file has words enough to stand for a title."""
    stem = file_name.rpartition(".")[0] or file_name
    spelled = [word for word in words(stem.replace("_", " ")) if word.isalpha() and len(word) > 2]
    return len(spelled) >= _FEWEST_WORDS


def _missing(file_name: str) -> Defect:
    if name_says_something(file_name):
        message = (
            "Le document n’a pas de titre dans ses propriétés. Vérifiez que le nom du fichier suffit à dire son sujet"
            f"\u00a0: {quote(file_name)}."
        )
        return review("document_title_missing", "document", file_name, message, _FIX)
    message = (
        "Le document n’a pas de titre, et le nom du fichier n’en tient pas lieu\u00a0: une personne aveugle ne "
        "sait pas "
        "ce qu’elle ouvre."
    )
    return fail("document_title_missing", "document", file_name, message, _FIX)
