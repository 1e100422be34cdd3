"""What the HTML parser reports of the source that RGAA 8.2.1 counts, each error in French, where it is.

The glossary (« Règles d’écriture ») and the test name them: tags that are wrongly opened, closed or nested, attributes
given twice, quotes or spaces that miss between attributes. End tags that HTML lets one omit are no errors. What the
parser is of another age about is left out: `template`, and what `select` may hold today.
"""

from dataclasses import dataclass
from typing import Any

import html5lib

from accessibility.page.model import Page
from accessibility.page.once import once_a_page
from accessibility.page.plain_markup import is_plain

LARGEST_SOURCE = 1_000_000

_TRUE_TO_EVERY_DOCTYPE = {
    "duplicate-attribute": "un attribut donné deux fois sur la même balise",
    "unexpected-character-after-attribute-value": "une espace qui manque entre deux attributs",
    "invalid-character-in-attribute-name": "un guillemet ou un chevron de trop dans une balise",
    "eof-in-attribute-value-double-quote": "une valeur d’attribut dont le guillemet n’est pas fermé",
    "eof-in-attribute-value-single-quote": "une valeur d’attribut dont le guillemet n’est pas fermé",
    "unexpected-end-tag": "une balise fermante </{name}> que rien n’ouvre, ou qui vient trop tard",
    "unexpected-end-tag-treated-as": "une balise fermante </{originalName}> qui n’existe pas",
    "end-tag-too-early": "une balise fermante </{name}> qui vient avant celles des éléments ouverts",
    "end-tag-too-early-named": "une balise fermante </{gotName}> à la place de </{expectedName}>",
    "expected-one-end-tag-but-got-another": "une balise <{expectedName}> qui n’est pas fermée",
    "expected-closing-tag-but-got-eof": "une balise qui n’est pas fermée à la fin du document",
    "expected-named-closing-tag-but-got-eof": "une balise <{name}> qui n’est pas fermée",
    "unexpected-start-tag-implies-end-tag": "une balise <{startName}> dans un élément {endName}",
    "unexpected-start-tag": "une balise <{name}> dans un élément qui ne l’admet pas",
    "unexpected-start-tag-ignored": "une balise <{name}> hors d’un tableau",
    "adoption-agency-1.3": "une balise fermante </{name}> qui croise celle d’un autre élément",
    "unexpected-start-tag-implies-table-voodoo": "un élément {name} dans un tableau, hors de ses cellules",
    "unexpected-form-in-table": "un formulaire dans un tableau, hors de ses cellules",
}
_TRUE_TO_HTML5 = {
    "non-void-element-with-trailing-solidus": "une balise <{name}/> que la barre oblique ne ferme pas",
}
_ONLY_OF = {
    "unexpected-start-tag": frozenset(("form", "h1", "h2", "h3", "h4", "h5", "h6")),
    "unexpected-start-tag-ignored": frozenset(("caption", "col", "tbody", "td", "tfoot", "th", "thead", "tr")),
}
_NOT_CLOSED = ("expected-one-end-tag-but-got-another", "expected-named-closing-tag-but-got-eof")
_MAY_STAY_OPEN = frozenset("body html head p li dt dd option optgroup tr td th thead tbody tfoot rb rt rp rtc".split())


@dataclass(frozen=True)
class MarkupError:
    """One error: the line of the source, and what is wrong, in French, without capital or full stop."""

    line: int
    text: str


@once_a_page
def markup_errors(page: Page, *, html5: bool) -> tuple[MarkupError, ...]:
    """The errors of the source, in its order; none for what is not HTML, or for a source too large to be read twice."""
    source = page.source
    if page.content_type != "text/html" or len(source) > LARGEST_SOURCE or "<template" in source.lower():
        return ()
    return () if is_plain(source) else errors_of_the_parser(source, html5=html5)


def errors_of_the_parser(source: str, *, html5: bool) -> tuple[MarkupError, ...]:
    """Those that the parser reports once it has read it all, which takes a while."""
    parser = html5lib.HTMLParser()
    parser.parse(source, scripting=True)
    known = _TRUE_TO_EVERY_DOCTYPE | (_TRUE_TO_HTML5 if html5 else {})
    return tuple(
        MarkupError(line, known[code].format(**data))
        for (line, _), code, data in parser.errors
        if code in known and not _is_allowed(code, data)
    )


def _is_allowed(code: str, data: dict[str, Any]) -> bool:
    if code in _ONLY_OF:
        return data["name"] not in _ONLY_OF[code]
    return code in _NOT_CLOSED and (data.get("expectedName") or data.get("name")) in _MAY_STAY_OPEN
