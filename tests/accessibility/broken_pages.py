"""Pages as nobody should write them: a hypothesis strategy of trees, and explicit ones by name."""

from hypothesis import strategies as st

_TAGS = st.sampled_from(
    "a abbr area article aside audio b blink body br button canvas caption center col colgroup dd details dialog dl dt"
    " embed fieldset figcaption figure font form frame frameset h1 h2 h6 head header html iframe img input label legend"
    " li link main map marquee math meta nav noscript object ol optgroup option p picture plaintext pre script section"
    " select slot source span style summary svg table tbody td template textarea tfoot th thead title tr track u ul"
    " video foreignObject desc use text mi mtext annotation-xml x-y é:b a.b isindex".split()
)
_JUNK = st.sampled_from(
    [
        "",
        " ",
        "\t\n",
        "a",
        "b a",
        "#",
        "#a",
        "[",
        "a]b",
        "'",
        "…",
        "\u202e",
        "\u00a0",
        "\ud7ff",
        "𝒳",
        "-1",
        "0",
        "1e9",
        "²",
    ]
    + ["fr", "FR-fr-fr-fr", "xx-é", "ar", "rtl", "auto", "true", "none", "link", "presentation heading", "img.jpg"]
    + ["javascript:", "data:,", "http://[", "//", "mailto:", "5;url=", "display:none", "color:#", "a:b;;:", "url(", "é"]
)
_VALUES = _JUNK | st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
_NAMES = st.sampled_from(
    "id class href src srcset alt title role lang xml:lang dir for name type value scope headers colspan rowspan span"
    " style hidden tabindex usemap ismap aria-label aria-labelledby aria-hidden aria-level aria-owns aria-describedby"
    " width height align bgcolor content http-equiv charset placeholder autocomplete onclick onfocus target download"
    " summary longdesc accesskey shadowrootmode slot is xmlns xlink:href viewBox controls autoplay loop kind é [a]"
    " data-x".split()
)
_QUOTES = st.sampled_from(['"', "'", "", '"x'])
_DOCTYPES = st.sampled_from(
    ["", "<!DOCTYPE html>", "<!DOCTYPE>", '<!doctype html PUBLIC "">', "<!DOCTYPE html SYSTEM 'a\"b'>", "<?xml?>"]
    + ['<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/"', "<!-- -->"]
)
_STRAY = st.sampled_from(
    [
        "<",
        "</",
        "</p>",
        "</body>",
        "</html>",
        "<!--",
        "-->",
        "<![CDATA[x]]>",
        "&",
        "&amp",
        "&#0;",
        "&#x110000;",
        "&notit;",
    ]
    + ["\x00", "\x0c", "<a/b=c>", "<p p p=1 p=2>", "</br>", "</svg>", "<td>", "<?php ?>", "<!x>"]
)
_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8) | _STRAY


def _attribute(name: str, value: str, quote: str) -> str:
    return f" {name}={quote}{value if quote else value.replace(' ', '')}{quote[:1]}"


def _opening(tag: str, attributes: list[str]) -> str:
    return f"<{tag}{''.join(attributes)}>"


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def write(tag: str, attributes: list[str], inner: list[str], end: str) -> str:
        if tag == "iframe" and inner:
            attributes = [*attributes, f' srcdoc="{"".join(inner).replace("&", "&amp;").replace(chr(34), "&quot;")}"']
        return f"{_opening(tag, attributes)}{''.join(inner)}{end.format(tag)}"

    ends = st.sampled_from(["</{}>", "</{}>", "</{}>", "", "</{} ", "</p>"])
    attributes = st.lists(st.builds(_attribute, _NAMES, _VALUES, _QUOTES), max_size=4)
    return st.builds(write, _TAGS, attributes, st.lists(children, max_size=4), ends)


PAGES = st.builds(
    lambda doctype, parts: doctype + "".join(parts),
    _DOCTYPES,
    st.lists(st.recursive(_TEXTS, _element, max_leaves=16), max_size=5),
)
"""Sources of pages, of a few hundred characters."""
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "windows-1252", "utf-16", "utf-16-le", "utf-32", "cp037", "utf-7"])
"""What their bytes may be written in, which nothing declares."""


def nested_frames(depth: int, content: str) -> str:
    """Frames by `srcdoc` in one another, the last of which holds the content."""
    page = content
    for level in range(depth):
        inner = page.replace("&", "&amp;").replace('"', "&quot;")
        page = (
            f'<!DOCTYPE html><html lang="fr"><title>Cadre {level}</title><iframe title="a" srcdoc="{inner}"></iframe>'
        )
    return page


_PICTURE = '<img src="a.png">'
_HTML = (
    '<!DOCTYPE html><html lang="fr"><head><title>Horaires</title></head><body><main><h1>Été</h1>{}</main></body></html>'
)


def shadow(mode: str) -> str:
    """A page whose picture without alternative is in a shadow tree."""
    return _HTML.format(f'<div><template shadowrootmode="{mode}"><p>{_PICTURE}</p></template></div>')


WITH_A_BARE_PICTURE = {
    "frames in frames in frames": nested_frames(3, _HTML.format(_PICTURE)),
    "open shadow tree": shadow("open"),
    "foreign object": _HTML.format(
        f'<svg width="90" height="90"><foreignObject width="90" height="90"><p>{_PICTURE}</p></foreignObject></svg>'
    ),
    "formula": _HTML.format(f"<math><mi>x</mi><mtext><span>{_PICTURE}</span></mtext></math>"),
    "right to left": _HTML.format(f"<p>مرحبا</p>{_PICTURE}").replace('lang="fr"', 'lang="ar" dir="rtl"'),
    "nothing closed": f'<!DOCTYPE html><html lang="fr"><title>Horaires</title><table><td><p><a href="/x">{_PICTURE}',
    "an element nobody knows": _HTML.format(f"<x-carte><y>{_PICTURE}</y></x-carte>"),
}
"""Whatever is around it, a browser shows the picture and the engine finds that it has no alternative."""

_PAGE = _HTML.replace("<head>", '<head><meta charset="{declared}">').format(_PICTURE, declared="{declared}")
WELL_WRITTEN = _PAGE.format(declared="utf-8")
AS_BYTES = {
    "said to be UTF-8, is windows-1252": _PAGE.format(declared="utf-8").encode("windows-1252"),
    "said to be windows-1252, is UTF-8": _PAGE.format(declared="windows-1252").encode(),
    "UTF-16 with its mark": _PAGE.format(declared="utf-8").encode("utf-16"),
    "UTF-16 from its greatest byte, with its mark": b"\xfe\xff" + _PAGE.format(declared="utf-8").encode("utf-16-be"),
    "an encoding nobody knows": _PAGE.format(declared="utf-99").encode(),
    "an encoding that is no text": _PAGE.format(declared="base64").encode(),
    "said to be UTF-16, is UTF-8": _PAGE.format(declared="utf-16").encode(),
    "nothing but broken bytes after": _PAGE.format(declared="utf-8").encode() + bytes(range(128, 256)),
}
"""Pages with the same picture, written otherwise than they say: a browser shows it all the same."""
UNREADABLE = {
    "UTF-16 without its mark": _PAGE.format(declared="utf-16").encode("utf-16-le"),
    "noise": bytes(range(256)) * 20,
    "nothing": b"",
    "a mark alone": b"\xff\xfe",
}
"""What a browser may show as anything: it only has to be answered."""
