"""What is asked of an office document, whatever its format, and what is said when it is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accessibility.documents.defect import Defect, fail, review
from accessibility.documents.languages import language_defects, missing_language
from accessibility.documents.titles import title_defects
from accessibility.page.text import IMAGE_EXTENSIONS, has_words, is_file_name, is_only_punctuation, quote, squash, words

_LONG = 1_200
"""Words from which a document is expected to have headings: three pages or so."""
_FIX_IMAGE = "Donnez à l’image un texte de remplacement, ou déclarez-la décorative."


@dataclass(frozen=True)
class Image:
    """`name`: as the software calls it. `is_certain`: to have no alternative is a defect of it in any case."""

    name: str
    alternative: str
    decorative: bool = False
    is_certain: bool = True


@dataclass(frozen=True)
class Table:
    """A table: the beginning of its text, its size, whether it declares a row of headers."""

    text: str
    rows: int
    columns: int
    has_header: bool


@dataclass
class Outline:
    """The document. `languages`: that of its default style, then those of its passages. `levels`: of its headings."""

    title: str = ""
    language: str = ""
    has_other_languages: bool = False
    levels: Sequence[int] = ()
    images: Sequence[Image] = ()
    tables: Sequence[Table] = ()
    passages: Sequence[str] = field(default=(), repr=False)


def defects(outline: Outline, file_name: str) -> Iterator[Defect]:
    """What is wrong with the document."""
    yield from title_defects(squash(outline.title), file_name)
    if outline.language:
        yield from language_defects(outline.language, () if outline.has_other_languages else outline.passages)
    elif any(map(has_words, outline.passages)) and not outline.has_other_languages:
        yield missing_language()
    yield from _headings(outline)
    for image in outline.images:
        yield from _image(image)
    for table in outline.tables:
        if table.rows > 1 and table.columns > 1 and has_words(table.text) and not table.has_header:
            message = (
                "Ce tableau ne déclare pas de ligne d’en-tête\u00a0: vérifiez s’il lui en faut une. "
                f"{quote(table.text)}"
            )
            fix = (
                "Déclarez la première ligne comme ligne d’en-tête (propriétés du tableau, répéter la ligne d’en-tête)."
            )
            yield review("office_table_without_header", "document", squash(table.text)[:160], message, fix)


def _headings(outline: Outline) -> Iterator[Defect]:
    fix = "Utilisez les styles «\u00a0Titre 1\u00a0», «\u00a0Titre 2\u00a0»… du traitement de texte."
    if not outline.levels:
        length = sum(len(words(passage)) for passage in outline.passages)
        if length >= _LONG:
            message = f"Aucun titre n’est structuré dans ce document de {length} mots\u00a0: vérifiez qu’il n’en a pas."
            yield review("office_without_headings", "document", "", message, fix)
        return
    before = 0
    for level in outline.levels:
        if level > before + 1:
            last = f"suit un titre de niveau {before}" if before else "est le premier du document"
            message = (
                f"Un titre de niveau {level} {last}\u00a0: vérifiez que la hiérarchie des titres est celle du texte."
            )
            yield review("office_heading_level_skipped", "document", "", message, fix)
            return
        before = level


def _image(image: Image) -> Iterator[Defect]:
    if image.decorative:
        return
    if not image.alternative.strip():
        if image.is_certain:
            message = "Cette image n’a pas de texte de remplacement\u00a0: une synthèse vocale n’en dit rien."
            yield fail("office_image_without_alternative", "document", image.name, message, _FIX_IMAGE)
        else:
            message = "Cet objet n’a pas de texte de remplacement\u00a0: vérifiez qu’il est décoratif."
            yield review("office_object_without_alternative", "document", image.name, message, _FIX_IMAGE)
    elif is_file_name(image.alternative, IMAGE_EXTENSIONS) or (
        is_only_punctuation(image.alternative) and not has_words(image.alternative)
    ):
        message = f"Le texte de remplacement de cette image ne dit rien\u00a0: {quote(image.alternative)}."
        yield fail("office_alternative_says_nothing", "document", image.name, message, _FIX_IMAGE)
