"""11.11.1: an error of input recalls the type or the format of what is expected, where it is needed.

A field that is said to be wrong (`aria-invalid`) has for error message nothing but « Format invalide »: it is needed
to say which format, and the message does not. It fails where nothing else in the form gives an example, a figure, a
pattern or the word format; where something does, and for an address of mail or of a site, whose form everybody knows, a
person reads it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.11.1
"""

import re

from accessibility.page.forms import form_of, native_fields, type_of
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.sight import has_scripts
from accessibility.page.text import quote, squash
from accessibility.rules.base import Answer, Rule

_TYPED = ("text", "tel", "textarea")
_ONLY_FORMAT = re.compile(
    r"(?:erreur ?[:,-]? ?)?(?:le |ce )?format (?:de (?:la |l['’])?[\w’' -]{1,25} |du [\w -]{1,25} )?"
    r"(?:saisi )?(?:est |n['’]est pas )?"
    r"(?:invalide|incorrect|non valide|valide|erron[ée])(?: ?[.!])?|invalid format\.?|(?:the )?format is invalid\.?",
    re.IGNORECASE,
)
_GIVES_A_FORMAT = re.compile(
    r"\d|exemple|\bex\b|example|\be\.g|jj|aaaa|dd|yyyy|@|format|chiffres?|lettres?|digits|caract[èe]res?"
    r"|mail|courriel|[ée]lectronique|\burl\b|\bsite\b",
    re.IGNORECASE,
)
_ATTRIBUTES = ("placeholder", "title", "aria-label", "alt", "pattern")


def _error(field: Node, page: Page) -> str:
    targets = page.by_ids(f"{field.get('aria-errormessage') or ''} {field.get('aria-describedby') or ''}", field)
    texts = [squash(target.raw_text) for target in targets if not target.is_hidden]
    return next((text for text in texts if _ONLY_FORMAT.fullmatch(text)), "")


def _gives_a_format(field: Node, error: str, page: Page) -> bool:
    around = [form_of(field), *form_of(field).descendants()]
    texts = [n.text for n in around if n.tag == TEXT and squash(n.text) not in error]
    texts += [n.get(name) or "" for n in around if n.is_element for name in _ATTRIBUTES]
    pictured = any(n.tag in ("img", "svg", "object", "canvas") for n in around)
    return pictured or any(map(_GIVES_A_FORMAT.search, texts))


def _expectation(field: Node, page: Page) -> Answer:
    error = _error(field, page)
    if not error:
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if _gives_a_format(field, error, page) or has_scripts(page) else Answer.FAILS


RULE = Rule(
    fails=("11.11.1",),
    applicability=lambda page: [
        field
        for field in native_fields(page)
        if (field.get("aria-invalid") or "").lower() == "true" and type_of(field) in _TYPED
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda field, page: f"L’erreur {quote(_error(field, page))} ne dit pas quel format est attendu.",
    review_message=lambda field, page: (
        f"L’erreur est {quote(_error(field, page))}\u00a0: vérifiez que le format attendu est dit à côté."
    ),
    fix="Donnez le format et un exemple, comme «\u00a0Écrivez la date sous la forme jj/mm/aaaa, 14/07/2026\u00a0».",
)
