"""Checks of the whole file: tags, text, protection, title, language, bookmarks (EN 301 549, 10.1.3.1, 10.3.1.1)."""

from collections.abc import Iterator

import pikepdf

from accessibility.documents.defect import Defect, fail, pages_named, review
from accessibility.documents.languages import language_defects, missing_language
from accessibility.documents.pdf.document import Document
from accessibility.documents.titles import name_says_something, title_defects
from accessibility.page.text import has_words, quote

_LONG = 20
"""Pages from which a person wants bookmarks."""
_FEWEST_CODES = 20
_FEWEST_KINDS_OF_CODES = 8


def defects(document: Document) -> Iterator[Defect]:
    """What is wrong with the file as a whole."""
    yield from _protection(document)
    yield from _text_layer(document)
    yield from _tags(document)
    yield from title_defects(document.title, document.name)
    yield from _title_shown(document)
    yield from _language(document)
    yield from _unreadable_fonts(document)
    yield from _bookmarks(document)


def is_tagged(document: Document) -> bool:
    """It says so, and some content is under its tags."""
    return document.is_marked and any(each.marks or each.streams or each.objects for each in document.elements)


def _protection(document: Document) -> Iterator[Defect]:
    if document.pdf.is_encrypted and not document.pdf.allow.accessibility:
        yield fail(
            "pdf_locked_to_assistive_technologies",
            "document",
            "",
            "La protection du document interdit aux technologies d’assistance d’en lire le texte.",
            "Dans les options de sécurité, cochez «\u00a0Activer l’accès au texte pour les lecteurs "
            "d’écran\u00a0», ou retirez la "
            "protection.",
        )


def _text_layer(document: Document) -> Iterator[Defect]:
    textless = [page for page in document.pages if not any(part.text.strip() for part in page.parts)]
    scanned = [page for page in textless if any(part.images for part in page.parts)]
    if not scanned or any(element.alternative for element in document.elements):
        return
    if any(part.replaced for page in document.pages for part in page.parts):
        return
    pages = pages_named(page.number for page in scanned)
    fix = "Passez le document à la reconnaissance de caractères, ou mieux, exportez-le depuis le fichier d’origine."
    if not document.has_text and not document.annotations:
        message = "Le document n’est fait que d’images, sans texte\u00a0: une synthèse vocale ne peut rien en lire."
        yield fail("pdf_without_text", pages, "", message, fix)
    else:
        message = "Ces pages ne montrent que des images, sans texte\u00a0: vérifiez qu’aucune n’est une page numérisée."
        yield review("pdf_page_without_text", pages, "", message, fix)


def _tags(document: Document) -> Iterator[Defect]:
    if not (document.has_text or any(part.images for page in document.pages for part in page.parts)):
        return
    fix = (
        "Exportez le document en PDF balisé\u00a0: dans Word, Options, «\u00a0Balises de structure de document pour "
        "l’accessibilité\u00a0»\u00a0; dans LibreOffice, «\u00a0PDF balisé\u00a0» ou «\u00a0Accessibilité "
        "universelle (PDF/UA)\u00a0»."
    )
    if not document.elements:
        message = (
            "Le document n’est pas balisé\u00a0: titres, listes, tableaux et ordre de lecture n’existent pas pour une "
            "technologie d’assistance."
        )
        yield fail("pdf_not_tagged", "document", "", message, fix)
    elif not document.is_marked:
        message = "Le document ne se déclare pas balisé (MarkInfo)\u00a0: les logiciels ignorent ses balises."
        yield fail("pdf_not_marked_as_tagged", "document", "", message, fix)
    elif not is_tagged(document):
        message = (
            "Les balises du document ne contiennent rien\u00a0: une technologie d’assistance n’y trouve pas le texte."
        )
        yield fail("pdf_tags_are_empty", "document", "", message, fix)
    marking = document.root.get("/MarkInfo")
    if isinstance(marking, pikepdf.Dictionary) and marking.get("/Suspects") is True:
        message = "Le logiciel qui a balisé le document dit douter de ses balises (Suspects)\u00a0: vérifiez-les."
        yield review(
            "pdf_tags_are_suspect", "document", "", message, "Corrigez les balises, puis retirez cette mention."
        )


def _title_shown(document: Document) -> Iterator[Defect]:
    preferences = document.root.get("/ViewerPreferences")
    shown = isinstance(preferences, pikepdf.Dictionary) and preferences.get("/DisplayDocTitle") is True
    if not shown and has_words(document.title) and not name_says_something(document.name):
        yield review(
            "pdf_title_not_shown",
            "document",
            document.title,
            f"La fenêtre annonce le nom du fichier, {quote(document.name)}, et non le titre du document, "
            f"{quote(document.title)}.",
            "Dans les propriétés, Vue initiale, choisissez d’afficher le «\u00a0Titre du document\u00a0».",
        )


def _language(document: Document) -> Iterator[Defect]:
    if document.language:
        own = any(element.language for element in document.elements)
        marked = any(part.language for page in document.pages for part in page.parts)
        passages = [] if own or marked else [page.text for page in document.pages]
        yield from language_defects(document.language, passages)
    elif document.has_text and not _languages_are_told_by_tags(document):
        yield missing_language()
    elif document.has_text:
        message = "Le document ne déclare pas de langue, seules ses parties le font\u00a0: vérifiez celle de son titre."
        fix = "Indiquez la langue du document dans ses propriétés, par exemple «\u00a0Français\u00a0» (fr-FR)."
        yield review("document_language_of_parts_only", "document", "", message, fix)


def _languages_are_told_by_tags(document: Document) -> bool:
    """Each element with a text of its own has a language, or is in one that has."""
    holders = [element for element in document.elements if element.marks]
    return bool(holders) and all(
        any(each.language for each in (holder, *holder.ancestors()))
        or all(shown.language or not shown.text.strip() for shown in document.shown_by(holder, whole=False))
        for holder in holders
    )


def _unreadable_fonts(document: Document) -> Iterator[Defect]:
    pages = []
    for page in document.pages:
        codes = [code for part in (*page.tagged.values(), page.loose) if not part.replaced for code in part.unreadable]
        if len(codes) >= _FEWEST_CODES and len(set(codes)) >= _FEWEST_KINDS_OF_CODES:
            pages.append(page.number)
    if pages and not any(element.alternative for element in document.elements):
        yield fail(
            "pdf_font_without_meaning",
            pages_named(pages),
            "",
            "Les caractères d’une police n’ont pas de correspondance dans Unicode\u00a0: le texte se voit, mais "
            "ne peut être ni "
            "lu par une synthèse vocale, ni copié, ni cherché.",
            "Exportez de nouveau le document avec un logiciel récent, ou changez de police.",
        )


def _bookmarks(document: Document) -> Iterator[Defect]:
    outlines = document.root.get("/Outlines")
    has_bookmarks = isinstance(outlines, pikepdf.Dictionary) and "/First" in outlines
    if len(document.pages) > _LONG and not has_bookmarks:
        message = (
            f"Ce document de {len(document.pages)} pages n’a pas de signets\u00a0: vérifiez qu’un sommaire y conduit."
        )
        fix = "À l’export, créez les signets à partir des titres."
        yield review("pdf_long_without_bookmarks", "document", "", message, fix)
