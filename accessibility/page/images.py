"""Images: which they are, and the test that concerns each kind in criteria 1.1 to 1.3."""

from accessibility.page.model import HTML, SVG, Node, Page
from accessibility.page.scope import in_generated_code

_ALTERNATIVE = {"img": 1, "area": 2, "input": 3, "object": 4, "embed": 5, "svg": 6, "canvas": 7}
_DECORATION = {"img": 1, "area": 2, "object": 3, "svg": 4, "canvas": 5, "embed": 6}


def images(page: Page) -> list[Node]:
    """The elements that the RGAA calls images: by their tag and type, or by the role img."""
    natives = [node for node in page.select("img", "area", "canvas") if node.namespace == HTML]
    natives += [node for node in page.select("input") if (node.get("type") or "").lower() == "image"]
    natives += [
        node for node in page.select("object", "embed") if (node.get("type") or "").lower().startswith("image/")
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


def alternative_test(node: Node) -> tuple[str, ...]:
    """The test of 1.3 that speaks of the alternative of this kind of image."""
    return (f"1.3.{_ALTERNATIVE.get(node.tag, 1)}",)


def decoration_test(node: Node) -> tuple[str, ...]:
    """The test of 1.2 that speaks of this kind of image when it is decoration."""
    return (f"1.2.{_DECORATION.get(node.tag, 1)}",)


def address(node: Node) -> str:
    """Where the image comes from, as written."""
    return node.get("src") or node.get("data") or node.get("href") or node.get("xlink:href") or ""


def base_name(url: str) -> str:
    """The last part of an address: the file's name, without query and fragment."""
    return url.split("#")[0].split("?")[0].rstrip("/").rpartition("/")[2]
