"""Where a page leads: the addresses of its links, as the rendered document has them, for a crawler."""

from urllib.parse import urljoin

from accessibility.page.model import DOCUMENT, Node, Page


def outgoing_links(page: Page) -> tuple[str, ...]:
    """The absolute addresses of the page's links, frames' included, each once, in document order."""
    found = (address_of_link(page, node) for node in page.select("a", "area"))
    return tuple(dict.fromkeys(filter(None, found)))


def address_of_link(page: Page, node: Node) -> str:
    """The absolute address that a link leads to; empty when it leads nowhere else."""
    reference = node.get("href") or node.get("xlink:href")
    if not reference or reference.startswith("#"):
        return ""
    document = next((n for n in node.ancestors() if n.tag == DOCUMENT), page.document)
    try:
        return urljoin(_base(page, document), reference.strip())
    except ValueError:
        return ""


def _base(page: Page, document: Node) -> str:
    """What the relative addresses of a document are relative to: its first `base`, else its own address."""
    host = document.parent
    address = page.url if host is None else urljoin(page.url, host.get("src") or "")
    inside = (node for node in page.select("base") if page.tree_of(node) is document)
    declared = next((node.get("href") for node in inside if node.has("href")), None)
    return urljoin(address, declared) if declared else address
