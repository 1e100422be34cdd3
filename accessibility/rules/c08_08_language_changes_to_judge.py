"""8.8.1: the code of each change of language is relevant.

Texts too short for their language to be recognised take a person. One question per declared code brings together the
texts that bear it, on the first of them. An element that repeats the language around it changes nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.8.1
"""

from accessibility.page.detected_language import margin_of
from accessibility.page.language import declared_language
from accessibility.page.language_names import french_name
from accessibility.page.model import DOCUMENT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.scope import in_generated_code, in_main_document
from accessibility.page.text import has_words, quote, squash
from accessibility.rules.base import Rule, a_person_must_look

_CERTAIN = 40.0
_MOST_TEXTS = 6


def _main_subtag(node: Node) -> str:
    return declared_language(node).replace("_", "-").partition("-")[0].lower()


def _language_around(node: Node) -> str:
    for ancestor in node.ancestors():
        if ancestor.tag == DOCUMENT:
            return ""
        if declared_language(ancestor):
            return _main_subtag(ancestor)
    return ""


def _text(node: Node) -> str:
    attributes = (node.get(name) or "" for name in ("alt", "title", "aria-label", "placeholder"))
    return squash(" ".join((node.raw_text, *attributes)))


@once_a_page
def _changes(page: Page) -> dict[str, list[Node]]:
    """By declared code, the elements that change the language and whose text does not confirm it."""
    found: dict[str, list[Node]] = {}
    for node in in_main_document(in_generated_code(page.with_attribute("lang", "xml:lang")), page):
        code = _main_subtag(node)
        if not code or node is page.root or code == _language_around(node) or node.is_hidden_from_assistive_technology:
            continue
        if has_words(_text(node)) and margin_of(code, _text(node)) < _CERTAIN:
            found.setdefault(code, []).append(node)
    return found


def _review_message(node: Node, page: Page) -> str:
    texts = list(dict.fromkeys(_text(other) for other in _changes(page)[_main_subtag(node)]))
    listed = ", ".join(quote(text, 60) for text in texts[:_MOST_TEXTS])
    more = f" et {len(texts) - _MOST_TEXTS} autres" if len(texts) > _MOST_TEXTS else ""
    return f"Vérifiez que {french_name(_main_subtag(node))} est bien la langue de\u00a0: {listed}{more}."


RULE = Rule(
    asks=("8.8.1",),
    applicability=lambda page: [nodes[0] for nodes in _changes(page).values()],
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix='Donnez à chaque passage la langue dans laquelle il est écrit, par exemple lang="en" à un texte anglais.',
)
