"""Checks of figures and formulas: an alternative for what is not text (EN 301 549, 10.1.1.1; RGAA 1.1, 1.3)."""

from collections.abc import Iterator

from accessibility.documents.defect import Defect, fail, review
from accessibility.documents.pdf.document import Document
from accessibility.documents.pdf.structure import Element
from accessibility.page.text import IMAGE_EXTENSIONS, has_words, is_file_name, is_only_punctuation, quote, words

_FEWEST_WORDS = 3
_FIX = "Donnez à l’image un texte de remplacement, ou marquez-la comme artefact si elle est décorative."


def defects(document: Document) -> Iterator[Defect]:
    """What is wrong with the alternatives."""
    missing = [e for e in document.elements if e.kind == "Figure" and not _has_alternative(document, e)]
    shown = [element for element in missing if document.shown_by(element)]
    pictures = [element for element in shown if len(words(document.text(element))) < _FEWEST_WORDS]
    for element in pictures:
        message = "Cette image n’a pas de texte de remplacement\u00a0: une synthèse vocale n’en dit rien."
        yield fail("pdf_figure_without_alternative", document.where(element), document.excerpt(element), message, _FIX)
    for element in [each for each in shown if each not in pictures]:
        message = (
            "Cette figure n’a pas de texte de remplacement\u00a0: vérifiez que les mots qu’elle contient suffisent."
        )
        yield review("pdf_figure_with_text_only", document.where(element), document.excerpt(element), message, _FIX)
    for element in document.elements:
        if element.kind == "Figure" and element.alternative:
            yield from _meaningless(document, element)
        elif element.kind == "Formula" and document.shown_by(element) and not _has_alternative(document, element):
            message = (
                "Cette formule n’a pas de texte de remplacement\u00a0: vérifiez qu’elle se comprend lue signe à signe."
            )
            fix = "Donnez à la formule un texte de remplacement, par exemple «\u00a0a au carré plus b au carré\u00a0»."
            rule = "pdf_formula_without_alternative"
            yield review(rule, document.where(element), document.excerpt(element), message, fix)


def _has_alternative(document: Document, element: Element) -> bool:
    if any(each.alternative for each in (*element.whole(), *element.ancestors())):
        return True
    return any(shown.replaced for shown in document.shown_by(element))


def _meaningless(document: Document, element: Element) -> Iterator[Defect]:
    said = element.alternative
    if is_file_name(said, IMAGE_EXTENSIONS):
        reason = "est un nom de fichier"
    elif is_only_punctuation(said) and not has_words(said):
        reason = "n’est que ponctuation"
    else:
        return
    message = f"Le texte de remplacement de cette image {reason}\u00a0: {quote(said)}."
    yield fail("pdf_alternative_says_nothing", document.where(element), document.excerpt(element), message, _FIX)
