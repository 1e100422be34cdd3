"""Links that would end a signed-in visit, so that a crawl does not follow them."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from accessibility.page.model import Page
from accessibility.page.names import accessible_name
from accessibility.page.outgoing import address_of_link

_SIGNS_OUT = re.compile(r"d[ée]connexion|d[ée]connecter|(?:log|sign)[-_ ]?(?:out|off)\b", re.IGNORECASE)


def says_sign_out(text: str) -> bool:
    """Whether an address, or what a link says, is about signing out. When unsure, yes."""
    return bool(_SIGNS_OUT.search(unquote(text)))


def sign_out_links(page: Page) -> frozenset[str]:
    """The absolute addresses of the links of a page that would sign out, by address, text, title or `rel`."""
    return frozenset(
        address
        for node in page.select("a", "area")
        if (address := address_of_link(page, node))
        and any(map(says_sign_out, (address, accessible_name(node, page).text, *_attributes(node))))
    )


def _attributes(node) -> Iterable[str]:
    return (node.get(name) or "" for name in ("rel", "title", "alt"))
