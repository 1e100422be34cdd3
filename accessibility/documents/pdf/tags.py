"""Checks of the structure: types, nesting, headings, what is left out (EN 301 549, 10.1.3.1; ISO 32000-1 §14.8.4)."""

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf

from accessibility.documents.defect import Defect, fail, review
from accessibility.documents.pdf.document import Document
from accessibility.documents.pdf.structure import STANDARD, Element
from accessibility.page.text import has_words, quote, squash, words

_TRANSPARENT = frozenset("NonStruct Private Div Span Sect Part Art".split())
_PARENTS = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TOCI": frozenset({"TOC"}),
}
_CHILDREN = {
    "L": ("LI", "une liste (L) sans élément de liste (LI)"),
    "Table": ("TR", "un tableau (Table) sans ligne (TR)"),
}
_HEADING = re.compile(r"H([1-9])\Z")
_LONG = 3
_FEWEST_WORDS_LOST = 20


def defects(document: Document) -> Iterator[Defect]:
    """What is wrong with the tags of a tagged document."""
    yield from _unknown_types(document)
    yield from _remapped_types(document)
    yield from _misplaced(document)
    yield from _without_items(document)
    yield from _several_captions(document)
    yield from _headings(document)
    yield from _tagged_artifacts(document)
    yield from _left_out(document)


def _unknown_types(document: Document) -> Iterator[Defect]:
    for element in document.elements:
        if not element.known and any(has_words(shown.text) for shown in document.shown_by(element, whole=False)):
            message = (
                f"La balise {quote(element.written)} n’est pas une balise standard et n’est rattachée à "
                "aucune\u00a0: une "
                "technologie d’assistance ne sait pas si c’est un titre, un paragraphe ou autre chose."
            )
            fix = "Rattachez-la à une balise standard (P, H1, L…) dans la table des rôles, ou changez-en."
            yield fail("pdf_tag_unknown", document.where(element), document.excerpt(element), message, fix)


def _remapped_types(document: Document) -> Iterator[Defect]:
    roles = document.roles.items() if isinstance(document.roles, pikepdf.Dictionary) else ()
    used = {element.written for element in document.elements}
    for key, value in roles:
        standard, other = key[1:], str(value)[1:]
        if standard in STANDARD and standard != other and standard in used:
            message = (
                f"La table des rôles fait de la balise standard {quote(standard)} une balise "
                f"{quote(other)}\u00a0: vérifiez ce "
                "qu’annoncent les lecteurs d’écran."
            )
            fix = "Retirez cette ligne de la table des rôles."
            yield review("pdf_standard_tag_remapped", "document", f"{standard} → {other}", message, fix)


def _outer(element: Element) -> str:
    return next((around.kind for around in element.ancestors() if around.kind not in _TRANSPARENT), "")


def _misplaced(document: Document) -> Iterator[Defect]:
    for element in document.elements:
        wanted = _PARENTS.get(element.kind)
        if wanted and _outer(element) not in wanted and _shows(document, element):
            message = (
                f"La balise {element.kind} est hors de la balise {' ou '.join(sorted(wanted))} qui doit la "
                "contenir\u00a0: "
                "la liste, le tableau ou le sommaire n’est pas restitué comme tel."
            )
            fix = (
                "Replacez-la dans sa structure, par exemple L, puis LI, puis LBody\u00a0; ou Table, puis TR, "
                "puis TH et TD."
            )
            yield fail("pdf_tag_misplaced", document.where(element), document.excerpt(element), message, fix)


def _shows(document: Document, element: Element) -> bool:
    return any(has_words(shown.text) or shown.images for shown in document.shown_by(element))


def _without_items(document: Document) -> Iterator[Defect]:
    for element in document.elements:
        if element.kind not in _CHILDREN or not _shows(document, element):
            continue
        item, what = _CHILDREN[element.kind]
        if not any(inner.kind == item for inner in element.descendants()):
            message = f"Le document contient {what}\u00a0: elle n’est pas restituée comme telle."
            if element.kind == "Table":
                message = message.replace("elle n’est pas restituée", "il n’est pas restitué")
            fix = f"Balisez chaque partie avec {item}, ou remplacez {element.kind} par P."
            yield fail("pdf_tag_without_items", document.where(element), document.excerpt(element), message, fix)


def _several_captions(document: Document) -> Iterator[Defect]:
    for element in document.elements:
        captions = [inner for inner in element.children if inner.kind == "Caption"]
        if element.kind in ("L", "TOC", "Table") and len(captions) > 1:
            message = (
                f"Cette balise {element.kind} a {len(captions)} légendes (Caption)\u00a0: vérifiez laquelle est "
                "la sienne."
            )
            fix = "Gardez une légende, et balisez le reste autrement."
            yield review("pdf_several_captions", document.where(element), document.excerpt(element), message, fix)


def _tagged_artifacts(document: Document) -> Iterator[Defect]:
    for page in document.pages:
        if page.tagged_artifact:
            message = "Un contenu est à la fois balisé et marqué comme artefact\u00a0: vérifiez s’il doit être lu."
            fix = "Balisez ce contenu, ou marquez-le comme artefact, mais pas les deux."
            yield review("pdf_artifact_with_tag", f"page {page.number}", "", message, fix)


def _headings(document: Document) -> Iterator[Defect]:
    headings = [e for e in document.elements if e.kind == "H" or _HEADING.match(e.kind) or e.kind == "Title"]
    if not headings:
        if len(document.pages) > _LONG:
            message = (
                f"Aucun titre n’est balisé dans ce document de {len(document.pages)} pages\u00a0: vérifiez qu’il "
                "n’en a pas."
            )
            fix = "Utilisez les styles de titre du traitement de texte, puis exportez de nouveau."
            yield review("pdf_without_headings", "document", "", message, fix)
        return
    for element in headings:
        if not _says_something(document, element):
            message, fix = "Ce titre balisé est vide.", "Retirez la balise, ou mettez-y le titre."
            yield review("pdf_heading_empty", document.where(element), document.excerpt(element), message, fix)
    yield from _levels(document, headings)
    yield from _unnumbered(document, headings)


def _says_something(document: Document, element: Element) -> bool:
    inside = list(element.whole())
    return any(e.alternative or e.streams for e in inside) or any(s.text.strip() or s.replaced or s.images or s.drawings
        for s in document.shown_by(element))  # fmt: skip


def _levels(document: Document, headings: list[Element]) -> Iterator[Defect]:
    before = 0
    for element in headings:
        found = _HEADING.match(element.kind)
        if not found:
            continue
        level = int(found[1])
        if level > before + 1:
            last = f"suit un titre de niveau {before}" if before else "est le premier du document"
            message = (
                f"Ce titre de niveau {level} {last}\u00a0: vérifiez que la hiérarchie des titres est celle du texte."
            )
            fix = "Donnez aux titres des niveaux qui se suivent, à partir de H1."
            yield review("pdf_heading_level_skipped", document.where(element), document.excerpt(element), message, fix)
            return
        before = level


def _unnumbered(document: Document, headings: list[Element]) -> Iterator[Defect]:
    plain = [element for element in headings if element.kind == "H"]
    several = Counter(id(element.parent) for element in plain)
    for element in plain:
        if several[id(element.parent)] > 1:
            message = (
                "Plusieurs titres sans niveau (H) sont dans la même section\u00a0: leur hiérarchie n’est pas restituée."
            )
            fix = "Donnez un niveau à chaque titre (H1, H2…), ou une section (Sect) à chacun."
            yield review("pdf_headings_without_level", document.where(element), document.excerpt(element), message, fix)
            return


def _left_out(document: Document) -> Iterator[Defect]:
    """Texts that are neither under a tag nor set aside as artifacts: a screen reader says nothing of them."""
    if not document.elements:
        return
    tied = {mark for element in document.elements for mark in element.marks}
    streams = any(element.streams for element in document.elements)
    repeated = Counter(text for page in document.pages for text in {_lost(page, tied, streams)} if text)
    for page in document.pages:
        text = _lost(page, tied, streams)
        if not has_words(text):
            continue
        fix = "Placez ce texte sous une balise, ou si c’est un décor ou un rappel d’en-tête, marquez-le comme artefact."
        if len(words(text)) >= _FEWEST_WORDS_LOST and repeated[text] == 1:
            message = f"Ce texte n’est sous aucune balise\u00a0: un lecteur d’écran ne le lit pas. {quote(text)}"
            yield fail("pdf_text_without_tag", f"page {page.number}", text[:160], message, fix)
            return
        message = (
            f"Ce texte n’est ni balisé, ni marqué comme artefact\u00a0: vérifiez qu’il n’apporte rien. {quote(text)}"
        )
        yield review("pdf_text_without_tag", f"page {page.number}", text[:160], message, fix)
        return


def _lost(page, tied: set[tuple[int, int]], streams: bool) -> str:
    untied = [] if streams else [shown.text for mark, shown in page.tagged.items() if (page.number, mark) not in tied]
    return squash(" ".join([page.loose.text, *untied]))
