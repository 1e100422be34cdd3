"""Checks of links, form fields and other annotations (EN 301 549, 10.1.1.1, 10.2.4.4, 10.4.1.2; ISO 32000-1 §12.5)."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from accessibility.documents.defect import Defect, fail, pages_named, review
from accessibility.documents.pdf.document import Annotation, Document
from accessibility.documents.pdf.structure import Element, text_of
from accessibility.page.text import has_words, quote

_DEEPEST_FIELD = 50
_NOT_CONTENT = frozenset("Popup TrapNet PrinterMark Watermark".split())
_ON_TEXT = frozenset("Highlight Underline Squiggly StrikeOut".split())
_PUSH_BUTTON = 1 << 16
_MACHINE_MADE = re.compile(
    r"(?:text|texte|champ|field|check ?box|case(?: ?à ?cocher)?|radio|button|bouton|group|groupe|list|liste|combo"
    r"|dropdown|zone|topmostsubform|page|undefined|untitled|form|f)?[\W\d_]*\Z",
    re.IGNORECASE,
)
"""Names that software gives to fields. Acrobat has the others read where there is nothing better."""


def defects(document: Document) -> Iterator[Defect]:
    """What is wrong with them, and with the order in which the keyboard reaches them."""
    holders = {identity: element for element in document.elements for identity in element.objects}
    for annotation in document.annotations:
        holder = holders.get(annotation.identity)
        if annotation.kind == "Link":
            yield from _link(document, annotation, holder)
        elif annotation.kind == "Widget":
            yield from _field(annotation, holder)
        else:
            yield from _other(annotation, holder)
    yield from _order(document)


def _order(document: Document) -> Iterator[Defect]:
    reached = (
        {each.page for each in document.annotations if each.kind in ("Link", "Widget")} if document.elements else ()
    )
    pages = [number for number in reached if str(document.pdf.pages[number - 1].obj.get("/Tabs")) != "/S"]
    if pages:
        message = "L’ordre de tabulation de ces pages n’est pas lié aux balises\u00a0: parcourez-les au clavier."
        fix = (
            "Dans les propriétés des pages, Ordre de tabulation, choisissez «\u00a0Utiliser la structure du "
            "document\u00a0»."
        )
        yield review("pdf_tab_order_not_by_tags", pages_named(pages), "", message, fix)


def _link(document: Document, annotation: Annotation, holder: Element | None) -> Iterator[Defect]:
    where, address = f"page {annotation.page}", _address(annotation.entry)
    if not document.elements or not any(key in annotation.entry for key in ("/A", "/Dest", "/PA")):
        return
    inside = holder and next((e for e in (holder, *holder.ancestors()) if e.kind in ("Link", "Reference")), None)
    if not inside:
        message = (
            f"Ce lien n’est pas dans une balise Link\u00a0: les technologies d’assistance ne l’annoncent pas. {address}"
        )
        fix = "Créez à nouveau le lien dans le document d’origine et exportez-le, ou placez-le sous une balise Link."
        yield fail("pdf_link_without_tag", where, address, message.strip(), fix)
        return
    said = any((document.text(inside), inside.alternative, *(each.alternative for each in inside.descendants())))
    pictured = any(s.replaced or s.images or s.unreadable or s.drawings for s in document.shown_by(inside))
    if not said and not has_words(text_of(annotation.entry, "/Contents")) and not inside.streams:
        if not pictured and (not inside.marks and not inside.children):
            message = f"Ce lien n’a ni texte, ni alternative\u00a0: on ne sait pas où il mène. {address}"
            yield fail(
                "pdf_link_empty", where, address, message.strip(), "Donnez au lien un texte, ou une description."
            )
        elif not pictured or not any(e.kind == "Figure" for e in inside.descendants()):
            message = f"Ce lien semble n’avoir ni texte, ni alternative\u00a0: vérifiez ce qui en est lu. {address}"
            yield review(
                "pdf_link_empty", where, address, message.strip(), "Donnez au lien un texte, ou une description."
            )


def _address(entry: Any) -> str:
    action = entry.get("/A")
    return quote(str(action.get("/URI"))) if isinstance(action, pikepdf.Dictionary) and "/URI" in action else ""


def _field(annotation: Annotation, holder: Element | None) -> Iterator[Defect]:
    field = annotation.entry
    kind, flags, name = "", 0, ""
    if has_words(text_of(_terminal(field), "/TU")) or (holder and holder.alternative):
        return
    for _ in range(_DEEPEST_FIELD):
        if not isinstance(field, pikepdf.Dictionary):
            break
        kind = kind or str(field.get("/FT", ""))[1:]
        flags = flags or (field.get("/Ff", 0) if isinstance(field.get("/Ff", 0), int) else 0)
        name = name or text_of(field, "/T")
        field = field.get("/Parent")
    if kind == "Btn" and flags & _PUSH_BUTTON and has_words(text_of(annotation.entry.get("/MK"), "/CA")):
        return
    where, excerpt = f"page {annotation.page}", f"champ {quote(name)}"
    may_be_named = kind == "Sig" or has_words(text_of(annotation.entry, "/TU")) or not _MACHINE_MADE.match(name)
    fix = (
        "Donnez au champ une info-bulle qui dise ce qu’on y saisit, par exemple «\u00a0Date de naissance "
        "(jj/mm/aaaa)\u00a0»."
    )
    if may_be_named:
        message = f"Le champ {quote(name)} n’a pas d’info-bulle propre\u00a0: vérifiez comment il est annoncé."
        yield review("pdf_field_without_name", where, excerpt, message, fix)
    elif kind in ("Tx", "Ch", "Btn"):
        message = (
            f"Le champ {quote(name)} n’a pas d’info-bulle (TU)\u00a0: une synthèse vocale ne dit pas ce qu’il "
            "faut y saisir."
        )
        yield fail("pdf_field_without_name", where, excerpt, message, fix)


def _terminal(widget: Any) -> Any:
    """The field of a widget: itself, or its parent when it is only one of its appearances."""
    parent = widget.get("/Parent")
    return widget if "/T" in widget or not isinstance(parent, pikepdf.Dictionary) else parent


def _other(annotation: Annotation, holder: Element | None) -> Iterator[Defect]:
    if annotation.kind in _NOT_CONTENT or has_words(text_of(annotation.entry, "/Contents")):
        return
    if holder and any(e.alternative or e.kind == "Artifact" for e in (holder, *holder.ancestors())):
        return
    where, excerpt = f"page {annotation.page}", f"annotation {annotation.kind}"
    fix = "Donnez un contenu à l’annotation, ou retirez-la du document publié."
    detail = (
        "vérifiez que le surlignage n’apporte pas d’information"
        if annotation.kind in _ON_TEXT
        else "vérifiez son utilité"
    )
    message = f"Cette annotation ({annotation.kind}) n’a pas de texte\u00a0: {detail}."
    yield review("pdf_annotation_without_text", where, excerpt, message, fix)
