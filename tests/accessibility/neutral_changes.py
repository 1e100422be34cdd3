"""Changes of a page's source that break nothing: other ways to write it, and correct content at its end."""

import re
from collections.abc import Callable

Change = Callable[[str], str]

_UNTOUCHED = re.compile(
    r"(<!--.*?-->|<![^>]*>|<(?P<tag>script|style|textarea|title|template|noscript|iframe|xmp|pre)\b.*?</(?P=tag)\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = r"""\s+[^\s=<>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?"""
_OPENING = re.compile(rf"<(?P<tag>[a-zA-Z][^\s/<>]*)(?P<attributes>(?:{_ATTRIBUTE})+)(?P<end>\s*/?)>")
_TAG = re.compile(r"(<[^>]*>)")
_LETTER = re.compile(r"&#?\w+;?|[aeio]")
_END_OF_BLOCK = re.compile(r"</(?:p|h[1-6]|div|section|table|ul|form)>", re.IGNORECASE)
_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def _where_markup_is(source: str, change: Change) -> str:
    """Change what is neither a comment, nor the doctype, nor the text of a script, of a style sheet or of the like."""
    changed, position = [], 0
    for kept in _UNTOUCHED.finditer(source):
        changed += [change(source[position : kept.start()]), kept[0]]
        position = kept.end()
    return "".join([*changed, change(source[position:])])


def attributes_reversed(source: str) -> str:
    """The last attribute of each element first; not where one is written twice, for only the first counts."""

    def turn(found: re.Match[str]) -> str:
        written = re.findall(_ATTRIBUTE, found["attributes"])
        names = [attribute.split("=")[0].strip().lower() for attribute in written]
        if len(set(names)) < len(names) or found["end"] == "/":
            return found[0]
        return f"<{found['tag']}{''.join(reversed(written))}{found['end']}>"

    return _where_markup_is(source, lambda part: _OPENING.sub(turn, part))


def quotes_exchanged(source: str) -> str:
    """Single quotes around the values of attributes that had double ones, and the other way round."""

    def exchange(attribute: re.Match[str]) -> str:
        name, equals, value = attribute[0].partition("=")
        written = value.strip()
        if not equals or written[0] not in "\"'" or any(quote in written[1:-1] for quote in "\"'"):
            return attribute[0]
        quote = "'" if written[0] == '"' else '"'
        return f"{name}={quote}{written[1:-1]}{quote}"

    def rewrite(opening: re.Match[str]) -> str:
        return f"<{opening['tag']}{re.sub(_ATTRIBUTE, exchange, opening['attributes'])}{opening['end']}>"

    return _where_markup_is(source, lambda part: _OPENING.sub(rewrite, part))


def letters_as_references(source: str) -> str:
    """Character references for letters of the text."""

    def refer(part: str) -> str:
        pieces = _TAG.split(part)
        return "".join(piece if piece.startswith("<") else _LETTER.sub(_reference, piece) for piece in pieces)

    return _where_markup_is(source, refer)


def _reference(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("&") else f"&#x{ord(found[0]):x};"


def comments_between_blocks(source: str) -> str:
    """A comment and blank lines after each block."""
    return _where_markup_is(source, lambda part: _END_OF_BLOCK.sub(r"\g<0>\n  <!-- Rien. -->\n", part))


def names_in_capitals(source: str) -> str:
    """The names of HTML elements in capital letters."""
    if re.search(r"<(svg|math)\b", source, re.IGNORECASE):
        return source
    return _where_markup_is(source, lambda part: re.sub(r"</?[a-z][a-z0-9]*\b", lambda tag: tag[0].upper(), part))


def wrapped(source: str) -> str:
    """A neutral element around what the body holds."""
    opened, found = re.subn(r"<body\b[^>]*>", r"\g<0><div>", source, count=1, flags=re.IGNORECASE)
    return re.sub(r"</body>", "</div></body>", opened, flags=re.IGNORECASE) if found else source


def _added(source: str, content: str) -> str:
    """Put it at the end of the main part, or of the body, in the language and the direction that it is written in."""
    if not re.search(r"<html[^>]*\blang=.?fr\b", source, re.IGNORECASE) or re.search(r"\bdir=", source):
        content = f'<div lang="fr" dir="ltr">{content}</div>'
    for end in ("</main>", "</body>"):
        before, found, after = source.rpartition(end)
        if found:
            return f"{before}{content}{found}{after}"
    return source


def with_heading(source: str) -> str:
    """A heading and its paragraph."""
    level = 2 if re.search(r"<h[1-6]\b|heading", source) else 1
    return _added(
        source,
        f"<h{level}>Collecte des sapins</h{level}>"
        "<p>Les sapins sont collectés par les agents de la commune pendant deux semaines.</p>",
    )


def with_picture(source: str) -> str:
    """A picture with an alternative that says what it shows."""
    return _added(
        source, f'<p><img src="{_PICTURE}" alt="Le lavoir de la place, restauré" width="120" height="80"></p>'
    )


def with_table(source: str) -> str:
    """A table of data with its title and its headers."""
    return _added(
        source,
        '<table><caption>Tournées de la collecte des sapins</caption><tr><th scope="col">Quartier</th>'
        '<th scope="col">Jour</th></tr><tr><td>Les Tilleuls</td><td>Mardi</td></tr>'
        "<tr><td>La Gare</td><td>Jeudi</td></tr></table>",
    )


def with_field(source: str) -> str:
    """A form of one labelled field."""
    return _added(
        source,
        '<form action="/sapins" method="post"><p><label for="ajout-rue">Rue de la collecte du sapin</label> '
        '<input id="ajout-rue" name="rue"></p><p><button>Demander la collecte du sapin</button></p></form>',
    )


def with_link(source: str) -> str:
    """A link that says where it leads."""
    return _added(source, '<p><a href="/sapins/calendrier">Consulter le calendrier de la collecte des sapins</a></p>')


REWRITINGS: tuple[Change, ...] = (
    attributes_reversed,
    quotes_exchanged,
    letters_as_references,
    comments_between_blocks,
    names_in_capitals,
    wrapped,
)
"""Nothing that a reader meets is changed."""
ADDITIONS: tuple[Change, ...] = (with_heading, with_picture, with_table, with_field, with_link)
"""Something correct is added."""
