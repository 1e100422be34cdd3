"""Headings: an `h1` to `h6`, or the role heading."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, is_presentational, keeps_its_role

TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings(page: Page) -> list[Node]:
    """The headings of the generated code, in order; one whose role was taken away is none."""
    natives = [node for node in page.select(*TAGS) if node.namespace == HTML and _is_heading(node)]
    given = [node for node in page.with_role("heading") if node.tag not in TAGS]
    return sorted(in_generated_code(natives + given), key=lambda node: node.index)


def level_of(heading: Node) -> int:
    """The level that the author gives, 0 without a valid one."""
    given = (heading.get("aria-level") or "").strip()
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return int(heading.tag[1]) if heading.tag in TAGS else 0


def _is_heading(node: Node) -> bool:
    return node.explicit_role in ("", "heading") or (is_presentational(node) and keeps_its_role(node))
