"""A digest of a whole element, to tell whether it is still the one that somebody decided on.

An excerpt is cut; this is not: another word at the end of a long paragraph, or another image in a figure, gives another
digest.
"""

from hashlib import blake2b

from accessibility.page.model import COMMENT, TEXT, Node
from accessibility.page.text import squash

_THE_PAGE_ITSELF = ("html", "body")
"""All of the page is in them: they are known by their opening alone."""


def digest_of(node: Node) -> str:
    """32 hexadecimal digits for the element with all that is in it; spaces between words do not count."""
    inside = () if node.tag in _THE_PAGE_ITSELF else node.descendants()
    parts = (_part(each) for each in (node, *inside) if each.tag != COMMENT)
    return blake2b("\0".join(filter(None, parts)).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _part(node: Node) -> str:
    if node.tag == TEXT:
        return squash(node.text)
    attributes = "".join(f' {name}="{value}"' for name, value in sorted(node.attributes.items()))
    return f"<{node.tag}{attributes}>"
