"""What a field asks of the person who fills it in, told by its label, and the `autocomplete` values that say it."""

import re
from collections.abc import Iterable

from accessibility.page.forms import labels_of, type_of
from accessibility.page.model import Node, Page
from accessibility.page.text import squash

PURPOSES = frozenset(
    ("name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname")
    + ("organization-title", "username", "new-password", "current-password", "organization", "street-address")
    + ("address-line1", "address-line2", "address-line3", "address-level1", "address-level2", "address-level3")
    + ("address-level4", "country", "country-name", "postal-code", "cc-name", "cc-given-name", "cc-additional-name")
    + ("cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc", "cc-type", "language")
    + ("transaction-currency", "transaction-amount", "bday", "bday-day", "bday-month", "bday-year", "sex", "url")
    + ("photo", "tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local", "tel-local-prefix")
    + ("tel-local-suffix", "tel-extension", "email", "impp")
)
"""The values that the RGAA admits for a field about the person."""

_NAMES = frozenset(("name", "given-name", "family-name", "additional-name", "nickname"))
_PHONES = frozenset(value for value in PURPOSES if value.startswith("tel"))
_MAILS = frozenset(("email", "username"))
_OWN = r"(?:votre |vos |mon |ma |mes |your |my )"
_PATTERNS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?:adresse )?(?:e-?mail|courriel|mail|m[ée]l|[ée]lectronique|de messagerie)(?: address)?", _MAILS),
    (r"email address|adresse (?:courriel|m[ée]l)", _MAILS),
    (r"nom|nom de famille|nom de naissance|nom d.usage|pr[ée]noms?|nom et pr[ée]nom|pr[ée]nom et nom|surname", _NAMES),
    (r"(?:first |last |full |family |given )?name|nom complet", _NAMES),
    (
        r"(?:num[ée]ro (?:de )?)?(?:t[ée]l[ée]phone|t[ée]l|mobile|portable|phone)(?: number| portable| mobile| fixe)?",
        _PHONES,
    ),
    (r"code postal|zip(?: code)?|post(?:al)? ?code", frozenset(("postal-code",))),
    (
        r"date de naissance|date of birth|birth ?date|birthday",
        frozenset(("bday", "bday-day", "bday-month", "bday-year")),
    ),
)
_ASIDE = re.compile(r"\([^)]*\)|[*:★]|\bobligatoire\b|\brequired\b|\bfacultati(?:f|ve)\b|\boptional\b", re.IGNORECASE)


def label_text(field: Node, page: Page) -> str:
    """The label of a field in lower case, without marks of what is required and examples in brackets."""
    text = next(iter(labels_of(field, page).values()), "")
    return squash(_ASIDE.sub(" ", text)).lower().replace("’", "'").strip(" .,;-–")


def purpose_of(label: str) -> frozenset[str]:
    """The values that suit a label which asks for nothing but one piece of information; empty when unsure."""
    bare = re.sub(rf"^{_OWN}", "", label)
    return next((values for pattern, values in _PATTERNS if re.fullmatch(pattern, bare)), frozenset())


def is_about_the_reader(label: str) -> bool:
    """The label says « votre » or « mon »: it asks about the person who fills the form in, and nobody else."""
    return re.match(_OWN, label) is not None


def stated_purpose(field: Node) -> str:
    """The purpose that `autocomplete` states, empty when it states none: the last token but `webauthn`."""
    tokens = [t for t in (field.get("autocomplete") or "").lower().split() if t != "webauthn"]
    return tokens[-1] if tokens and tokens[-1] in PURPOSES else ""


def is_sign_in(fields: Iterable[Node], page: Page) -> bool:
    """One password, one identifier, and at the most a box to be remembered: the reader gives her own."""
    typed = [field for field in fields if type_of(field) not in ("checkbox", "switch")]
    if len(typed) != 2 or type_of(typed[0]) not in ("text", "email") or type_of(typed[1]) != "password":
        return False
    said = label_text(typed[0], page)
    return bool(purpose_of(said) & _MAILS) or said in (
        *("identifiant", "nom d'utilisateur", "username", "user name", "login", "user id"),
        *("identifiant ou adresse e-mail", "adresse e-mail ou identifiant"),
    )
