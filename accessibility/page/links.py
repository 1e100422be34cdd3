"""Links: which they are, of which kind, and the context that the RGAA lets count."""

from bisect import bisect_left

from accessibility.page.model import HTML, SVG, TEXT, Node, Page
from accessibility.page.names import Name, accessible_name, image_name, labelling_text
from accessibility.page.once import once_a_node, once_a_page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import has_words, squash, words

_IMAGES = frozenset("img object canvas svg".split())
_CONTEXT = ("p", "li", "td", "th", "dl", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label map mark object q s samp small span"
    " strike strong sub sup svg time tt u var wbr".split()
)
_GENERIC = frozenset(
    "".join(words(text))
    for text in (
        "clic|clique|clique ici|cliquer|cliquer ici|cliquez|cliquez ici|cliquez-ici|cliquez sur ce lien"
        "|cliquez là|ici|là|par ici|lien|le lien|ce lien|lien ici|suivre le lien|suivez ce lien|cette page"
        "|la page|page|en savoir plus|en savoir +|savoir plus|plus|plus d’info|plus d’infos"
        "|plus d’information|plus d’informations|info|infos|lire|lire plus|lire la suite|lire suite"
        "|lire l’article|la suite|suite|voir|voir plus|voir ici|voir la suite|voir le lien|voir la page"
        "|voir le détail|détail|détails|télécharger|télécharger ici|téléchargez|téléchargement"
        "|télécharger le fichier|télécharger le document|consulter|consulter ici|accéder|accéder ici|ouvrir"
        "|aller|click|click here|click this link|here|link|this link|the link|this page|more|more info"
        "|more information|more details|details|read|read more|read on|read this|learn more|see more|see here"
        "|view|view more|find out more|go|go here|open|download|download here|continue reading|continue"
    ).split("|")
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@once_a_page
def links(page: Page) -> list[Node]:
    """`a` with a target in HTML and SVG, and elements of role link; an anchor, or an `a` of another role, is none."""
    natives = [
        node
        for node in page.select("a")
        if (node.has("href") or (node.namespace == SVG and node.has("xlink:href")))
        and node.explicit_role in ("", "link", "presentation", "none")
    ]
    given = [node for node in page.with_role("link") if node.tag != "area"]
    return sorted(set(in_generated_code([*natives, *given])), key=lambda node: node.index)


@once_a_page
def links_and_areas(page: Page) -> list[Node]:
    """The links, and the areas with a target: the glossary counts them as image links."""
    areas = [node for node in page.select("area") if node.namespace == HTML and node.has("href")]
    return sorted({*links(page), *in_generated_code(areas)}, key=lambda node: node.index)


def name_of_link(node: Node, page: Page) -> Name:
    """The link's name; an area has no content, and takes it from its alternative."""
    return image_name(node, page) if node.tag == "area" else accessible_name(node, page)


def says_no_more(node: Node, page: Page) -> bool:
    """The link says no more than its name: nothing in it could, but an object, whose text stands for it if it fails."""
    inside = (inner for inner in node.descendants() if inner.is_element)
    unsure = [inner for inner in inside if inner.tag not in ("span", "strong", "em", "b", "code")]
    named = any(inner.has("aria-label") or inner.has("aria-labelledby") or inner.has("title") for inner in unsure)
    return name_of_link(node, page).certain or (not named and all(inner.tag == "object" for inner in unsure))


def is_generic(name: str) -> bool:
    """The whole name could be that of any link: « cliquez ici », « en savoir plus », « download »."""
    return "".join(words(name)) in _GENERIC


def kind_of_link(node: Node) -> tuple[str, ...]:
    """The test of 6.1 for this link: text, image, composite or SVG link."""
    if node.tag == "area":
        return ("6.1.2",)
    if node.namespace == SVG:
        return ("6.1.4",)
    if not any(inner.tag in _IMAGES or inner.explicit_role == "img" for inner in node.descendants()):
        return ("6.1.1",)
    return ("6.1.3",) if _has_own_text(node) else ("6.1.2",)


def has_context(node: Node, page: Page) -> bool:
    """Something around the link may explain it."""
    return bool(contexts(node, page))


@once_a_node
def contexts(node: Node, page: Page) -> list[str]:
    """The texts around the link that may explain it, the nearest first.

    The six of the glossary (« Contexte du lien »): its sentence, its paragraph, its list item or one around it, the
    heading before it, its cell, the headers of its table. Added, so that no link is called unexplained that something
    explains: a title that says more than the name, a description, a term, a legend, a named region around it.
    """
    found = [_title_beyond_name(node, page), labelled_text(node, page)]
    found += [_words_beside(block, node, page) for block in _blocks_around(node)]
    if (table := node.closest("table")) is not None:
        found += [squash(header.raw_text) for header in table.find("th", "caption")]
    for ancestor in node.ancestors():
        found.append(ancestor.get("aria-label") or labelling_text(ancestor, page))
        if ancestor.tag in ("figure", "fieldset", "details"):
            inside = next(ancestor.find("figcaption", "legend", "summary"), None)
            found.append(squash(inside.raw_text) if inside is not None else "")
    found.append(_heading_before(node, page))
    return list(dict.fromkeys(text for text in found if has_words(text)))


def labelled_text(node: Node, page: Page) -> str:
    """The text that describes the link through `aria-describedby`."""
    return squash(" ".join(target.raw_text for target in page.by_ids(node.get("aria-describedby"), node)))


def _title_beyond_name(node: Node, page: Page) -> str:
    title = node.get("title") or ""
    return squash(title) if set(words(title)) - set(words(accessible_name(node, page).text)) else ""


def _blocks_around(node: Node) -> list[Node]:
    """The block that holds the link's sentence, then the paragraphs, items, cells and terms around it."""
    around = [ancestor for ancestor in node.ancestors() if ancestor.is_element]
    sentence = next((ancestor for ancestor in around if ancestor.tag not in _INLINE), None)
    others = [ancestor for ancestor in around if ancestor.tag in _CONTEXT and ancestor is not sentence]
    return [sentence, *others] if sentence is not None else others


def _words_beside(block: Node, link: Node, page: Page) -> str:
    """The text of a block without that of the link itself, and of other links that say nothing either."""
    parts: list[str] = []
    whole, around = block.tag in _CONTEXT, set(link.ancestors())
    stack = list(reversed(block.children))
    while stack:
        inner = stack.pop()
        if inner is link or (inner.tag in ("a", "script", "style") and _says_nothing(inner, page)):
            continue
        if inner.tag == TEXT:
            parts.append(inner.text)
        elif inner.is_element and (whole or inner.tag in _INLINE or inner in around):
            parts.append(inner.get("alt") or inner.get("aria-label") or "")
            stack.extend(reversed(inner.children))
    return squash(" ".join(parts))


@once_a_node
def _says_nothing(node: Node, page: Page) -> bool:
    return is_generic(accessible_name(node, page).text)


def _heading_before(node: Node, page: Page) -> str:
    headings, around = _headings(page), set(node.ancestors())
    last = bisect_left(headings, node.index, key=lambda heading: heading.index)
    before = (headings[position] for position in range(last - 1, -1, -1))
    names = (accessible_name(heading, page).text for heading in before if heading not in around)
    return next((name for name in names if has_words(name)), "")


@once_a_page
def _headings(page: Page) -> list[Node]:
    """All the headings, in document order."""
    return sorted({*page.select(*_HEADINGS), *page.with_role("heading")}, key=lambda heading: heading.index)


def _has_own_text(node: Node) -> bool:
    return any(
        inner.tag == TEXT
        and has_words(inner.text)
        and not any(around.namespace == SVG or around.tag in _IMAGES for around in _between(inner, node))
        for inner in node.descendants()
    )


def _between(inner: Node, outer: Node) -> list[Node]:
    around = []
    for ancestor in inner.ancestors():
        if ancestor is outer:
            break
        around.append(ancestor)
    return around


def is_html_link(node: Node) -> bool:
    """An `a` element of HTML with a target."""
    return node.tag == "a" and node.namespace == HTML and node.has("href")
