"""What a `meta` element of refreshing asks the browser to do."""

import re
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, in_main_document

_DELAY = re.compile(r"\s*(\d+|(?=\.))[\d.]*(?P<after>[\s;,].*)?\Z", re.DOTALL)
_TARGET = re.compile(r"[\s;,]*(?:url\s*=\s*)?(?P<url>.*)\Z", re.IGNORECASE | re.DOTALL)

TWENTY_HOURS = 20 * 3600


@dataclass(frozen=True)
class Refresh:
    """After how many seconds, and to which absolute address (None: the page itself)."""

    seconds: int
    target: str | None


def refreshing_elements(page: Page) -> list[Node]:
    """The `meta` element that browsers obey, as a list: in the page's document, the first well formed instruction."""
    metas = in_main_document(in_generated_code(page.select("meta")), page)
    return [node for node in metas if node.namespace == HTML and refresh_of(node, page) is not None][:1]


def refresh_of(node: Node, page: Page) -> Refresh | None:
    """The instruction of a `meta`, None when there is none or when browsers ignore it."""
    if (node.get("http-equiv") or "").strip().lower() != "refresh":
        return None
    match = _DELAY.match(node.get("content") or "")
    if match is None:
        return None
    url = _TARGET.match(match["after"] or "")["url"].strip()
    if url[:1] in ("'", '"'):
        url = url[1:].split(url[0])[0].strip()
    target = urljoin(page.url, url) if url else page.url
    is_the_page = urldefrag(target).url == urldefrag(page.url).url
    return Refresh(int(match[1] or 0), None if is_the_page else target)
