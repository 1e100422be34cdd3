"""Images: which they are, of which kind, what they are for as far as the code tells, and the tests of each kind."""

import re

from accessibility.page.model import HTML, SVG, TEXT, Node, Page
from accessibility.page.neighbours import siblings_beside
from accessibility.page.once import once_a_node, once_a_page
from accessibility.page.scope import in_captioned_figure, in_generated_code, is_presentational
from accessibility.page.text import has_words

_TESTS = {
    "1.1": {"img": 1, "area": 2, "input": 3, "svg": 5, "object": 6, "embed": 7, "canvas": 8, "role": 1},
    "1.2": {"img": 1, "area": 2, "object": 3, "svg": 4, "canvas": 5, "embed": 6},
    "1.3": {"img": 1, "area": 2, "input": 3, "object": 4, "embed": 5, "svg": 6, "canvas": 7, "role": 1},
    "1.4": {"img": 1, "area": 2, "input": 3, "object": 4, "embed": 5, "svg": 6, "canvas": 7},
    "1.5": {"img": 1, "area": 1, "input": 2, "object": 1, "embed": 1, "svg": 1, "canvas": 1, "role": 1},
    "1.6": {"img": 1, "object": 2, "embed": 3, "input": 4, "svg": 5, "canvas": 7, "role": 10},
    "1.7": {"img": 1, "input": 2, "object": 3, "embed": 4, "svg": 5, "canvas": 6},
    "1.8": {"img": 1, "input": 2, "object": 3, "embed": 4, "canvas": 5, "svg": 6, "role": 1},
    "1.9": {"img": 1, "input": 1, "object": 2, "embed": 3, "svg": 4, "canvas": 5, "role": 1},
}
_IMAGE_TAGS = frozenset("img area object embed svg canvas".split())
_CAPTCHA = re.compile(r"captcha|anti-?(?:spam|robot)|code de s[ée]curit[ée]|je ne suis pas un robot", re.IGNORECASE)
_CLOSE = 3
_FEW_LETTERS = 150
_SMALLEST = 2
_ICON = 48


@once_a_page
def images(page: Page) -> list[Node]:
    """The elements that the RGAA calls images: by their tag and type, or by the role img."""
    natives = [node for node in page.select("img", "area", "canvas") if node.namespace == HTML]
    natives += [node for node in page.select("input") if (node.get("type") or "").lower() == "image"]
    natives += [
        node
        for node in page.select("object", "embed")
        if (node.get("type") or "").strip().lower().partition("/")[0] == "image"
    ]
    natives += outermost_svgs(page)
    natives += page.with_role("img", "image")
    return sorted(set(in_generated_code(natives)), key=lambda node: node.index)


def outermost_svgs(page: Page) -> list[Node]:
    """The `svg` elements that are not inside another drawing."""
    return [
        node
        for node in page.select("svg")
        if node.namespace == SVG and (node.parent is None or node.parent.namespace != SVG)
    ]


def kind_of_image(node: Node) -> str:
    """`img`, `area`, `input`, `object`, `embed`, `svg`, `canvas`, or `role` for another element of role img."""
    return node.tag if node.tag in _IMAGE_TAGS or node.tag == "input" else "role"


def tests_of_image(node: Node, *criteria: str) -> tuple[str, ...]:
    """The tests of these criteria (`1.1`, `1.2`…) that speak of this kind of image."""
    kind = kind_of_image(node)
    return tuple(f"{criterion}.{_TESTS[criterion][kind]}" for criterion in criteria if kind in _TESTS[criterion])


def every_test(*criteria: str) -> tuple[str, ...]:
    """All the tests of these criteria that speak of one kind of image."""
    return tuple(
        f"{criterion}.{number}" for criterion in criteria for number in sorted(set(_TESTS[criterion].values()))
    )


def alternative_test(node: Node) -> tuple[str, ...]:
    """The test of 1.3 that speaks of the alternative of this kind of image."""
    return tests_of_image(node, "1.3")


def decoration_test(node: Node) -> tuple[str, ...]:
    """The test of 1.2 that speaks of this kind of image when it is decoration."""
    return tests_of_image(node, "1.2") or ("1.2.1",)


def address(node: Node) -> str:
    """Where the image comes from, as written."""
    return node.get("src") or node.get("data") or node.get("href") or node.get("xlink:href") or ""


def base_name(url: str) -> str:
    """The last part of an address: the file's name, without query and fragment."""
    return url.split("#")[0].split("?")[0].rstrip("/").rpartition("/")[2]


@once_a_node
def names_a_control(node: Node) -> bool:
    """The image is all that a link or a button holds: its alternative is their name, and judged with them.

    Notes 1 and 2 of the glossary's « Image porteuse d’information ».
    """
    control = next((n for n in node.ancestors() if _is_control(n)), None)
    return control is not None and not _has_own_text(control)


@once_a_node
def is_for_a_captcha(node: Node, page: Page) -> bool:
    """The image, what holds it closely, its label or the few words beside it speak of a captcha. A link is none."""
    if not _has_a_word_of_captcha(page) or any(n.tag == "a" and n.has("href") for n in node.ancestors()):
        return False
    around = [n for n in list(node.ancestors())[:_CLOSE] if n.tag not in ("body", "html")]
    if _speaks_of_captcha(node, *node.attributes) or any(_speaks_of_captcha(n, "id", "class", "name") for n in around):
        return True
    return any(
        _CAPTCHA.search(text) or _speaks_of_captcha(n, "id", "class", "for")
        for n in siblings_beside(node)
        if len(text := n.text or n.raw_text) < _FEW_LETTERS
    )


def is_said_decorative(node: Node) -> bool:
    """Its author keeps it from assistive technologies: empty alternative, role of presentation, `aria-hidden`."""
    if any(n.get("aria-hidden") == "true" for n in (node, *node.ancestors())):
        return True
    return node.tag != "input" and (is_presentational(node) or (node.tag in ("img", "area") and node.get("alt") == ""))


def is_too_small_to_see(node: Node) -> bool:
    """Two pixels or less: it keeps a place, counts visits or holds symbols. A file not loaded yet has no size."""
    if node.tag == "area":
        return False
    if node.rectangle is None:
        return any(re.fullmatch(r"\s*[012](?:px)?\s*", node.get(name) or "") for name in ("width", "height"))
    least = min(node.rectangle[2:])
    return least <= _SMALLEST and (least > 0 or node.tag in ("svg", "canvas"))


def is_icon(node: Node) -> bool:
    """Too small for anything that would take a detailed description."""
    return node.rectangle is not None and node.tag != "area" and 0 < max(node.rectangle[2:]) <= _ICON


def tests_if_decorative(node: Node) -> tuple[str, ...]:
    """The test of 1.2, which does not apply to an image with a caption nor to an area that is a link."""
    if in_captioned_figure(node) or (node.tag == "area" and node.has("href")):
        return ()
    return tests_of_image(node, "1.2")


def tests_if_informative(node: Node) -> tuple[str, ...]:
    """The tests of a detailed description (not for an icon) and of a text in image, which one look settles."""
    return tests_of_image(node, "1.8") if is_icon(node) else tests_of_image(node, "1.6", "1.8")


@once_a_page
def _has_a_word_of_captcha(page: Page) -> bool:
    """One could be somewhere: in an attribute, or in the whole text, where markup may cut a word in two."""
    return any(map(_CAPTCHA.search, page.attribute_values)) or bool(
        _CAPTCHA.search("".join(node.text for node in page.nodes))
    )


def _speaks_of_captcha(node: Node, *attributes: str) -> bool:
    return any(_CAPTCHA.search(node.get(name) or "") for name in attributes if name != "style")


def _is_control(node: Node) -> bool:
    return (node.tag == "a" and node.has("href")) or node.tag == "button" or node.explicit_role in ("link", "button")


def _has_own_text(control: Node) -> bool:
    stack = list(control.children)
    while stack:
        node = stack.pop()
        if node.tag == TEXT:
            if has_words(node.text):
                return True
        elif node.tag not in _IMAGE_TAGS and node.explicit_role != "img":
            stack.extend(node.children)
    return False
