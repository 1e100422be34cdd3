"""Whether a source is written so plainly that no error of markup can be in it: read in a fraction of the parser's time.

Every element is closed by its own tag, in order, where HTML admits it without closing or moving another; every value
is between quotes. What is written otherwise may be right too: the parser says. In doubt, a source is not plain.
"""

import re

_SPACE = r"[ \t\n\f\r]"
_NAME = r"[a-zA-Z_:@][a-zA-Z0-9_:.@-]*"
_TOKEN = re.compile(
    rf"""<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:{_SPACE}+{_NAME}(?:{_SPACE}*={_SPACE}*(?:"[^"]*"|'[^']*'))?)*)"""
    rf"{_SPACE}*(?P<slash>/?)>"
    rf"|</(?P<end>[a-z][a-z0-9]*){_SPACE}*>"
    r"|<!--(?!-?>)(?:[^-]|-(?!-))*-->"
    r"|(?P<text>[^<]+)"
)
_ATTRIBUTE = re.compile(rf"""{_SPACE}+({_NAME})(?:{_SPACE}*={_SPACE}*(?:"[^"]*"|'[^']*'))?""")
_DOCTYPE = re.compile(rf"{_SPACE}*<!doctype[^<>\0]*>", re.IGNORECASE)
_NOT_SPACE = re.compile(r"[^ \t\n\f\r]")

_VOID = frozenset("area base br col hr img input link meta source track wbr".split())
_RAW = {
    name: re.compile(rf"[^<]*(?:<(?!/{name}|!--)[^<]*)*</{name}{_SPACE}*>", re.IGNORECASE)
    for name in ("iframe", "noscript", "script", "style", "textarea", "title")
}
_DRAWN = frozenset("circle defs ellipse g line path polygon polyline rect use".split())
_CLOSED_BY_A_SLASH = _VOID | _DRAWN
_BLOCKS = frozenset(
    "address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hgroup hr li main nav ol p pre search section summary table ul".split()
)
_IN_SENTENCES = frozenset(
    "a abbr audio b bdi bdo br button canvas cite code data datalist del dfn em i iframe img input ins kbd label "
    "legend link map area mark meta meter noscript output picture progress q s samp script select small source "
    "span strong style sub sup svg textarea time track u var video wbr".split()
)
_SENTENCES_ONLY = frozenset("p pre h1 h2 h3 h4 h5 h6 button".split())
_NOT_IN_ITSELF = ("a", "button", "form")
_IN_HEAD = frozenset("base link meta noscript script style title".split())
_ROWS = frozenset(("thead", "tbody", "tfoot"))
_ONLY_IN = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",)}
_HOLDS_ONLY = {
    "html": frozenset(("head", "body")),
    "head": _IN_HEAD,
    "table": _ROWS | {"caption", "colgroup", "tr"},
    "colgroup": frozenset(("col",)),
    **dict.fromkeys(_ROWS, frozenset(("tr",))),
    "tr": frozenset(("td", "th")),
    "select": frozenset(("option", "optgroup")),
    "optgroup": frozenset(("option",)),
    "option": frozenset[str](),
    "datalist": frozenset(("option",)),
    **dict.fromkeys(("svg", *_DRAWN), _DRAWN),
}
_HOLDS_NO_TEXT = frozenset(("html", "head", "table", "colgroup", "tr", "select", "optgroup", *_ROWS))


def is_plain(source: str) -> bool:
    """Whether the parser would report no error that counts; False where only the parser can tell."""
    declaration = _DOCTYPE.match(source)
    if declaration is None or "\0" in source:
        return False
    is_open: list[str] = []
    parts: list[str] = []
    position = declaration.end()
    while position < len(source):
        token = _TOKEN.match(source, position)
        if token is None:
            return False
        position = token.end()
        name = token["name"]
        if token["text"] is not None:
            if (not is_open or is_open[-1] in _HOLDS_NO_TEXT) and _NOT_SPACE.search(token["text"]):
                return False
        elif token["end"] is not None:
            if not is_open or is_open.pop() != token["end"]:
                return False
        elif name is not None:
            if not _may_open(name, is_open, parts) or _gives_twice(token["attributes"]):
                return False
            if token["slash"] and name not in _CLOSED_BY_A_SLASH:
                return False
            if name in _RAW:
                content = _RAW[name].match(source, position)
                if content is None:
                    return False
                position = content.end()
            elif name not in _VOID and not token["slash"]:
                is_open.append(name)
    return not is_open and parts == ["html", "head", "body"]


def _may_open(name: str, is_open: list[str], parts: list[str]) -> bool:
    """Whether the element may begin there. `parts`: which of `html`, `head` and `body` began, in order."""
    if name in ("html", "head", "body"):
        parts.append(name)
        return is_open == (["html"] if name != "html" else []) and len(parts) <= 3
    if not is_open:
        return False
    around = is_open[-1]
    if around in _HOLDS_ONLY:
        return name in _HOLDS_ONLY[around]
    if name in _NOT_IN_ITSELF and name in is_open:
        return False
    if name in _BLOCKS:
        return around in _ONLY_IN.get(name, (around,)) and _SENTENCES_ONLY.isdisjoint(is_open)
    return name in _IN_SENTENCES


def _gives_twice(attributes: str) -> bool:
    names = [name.lower() for name in _ATTRIBUTE.findall(attributes)]
    return len(set(names)) < len(names)
