"""How much of a page was seen, and so what may be said of it: what is absent, and what no script can add."""

import re
from collections.abc import Iterator
from enum import Enum

from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page

SCRIPT_NOT_RUN = "script not run"

_DATA_BLOCK = re.compile(r"(?!.*(ecma|java|live|j)script)(?!module$).+", re.IGNORECASE | re.DOTALL)
_SCRIPT_URL = re.compile(r"\s*javascript:", re.IGNORECASE)
_SCRIPT_TAG = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?\s*([^"'\s>]+)""", re.IGNORECASE)
_MAY_MOVE = re.compile(r"\bscript\b|\bon[a-z]+\s*=|<(i?frame|object|embed|applet)\b|<\?xml|<!entity", re.IGNORECASE)
_DATA_TAGS = re.compile(r"""<script\s+type=(["']?)application/(?:ld\+)?json\1\s*>|</script\s*>""", re.IGNORECASE)
"""The tag that opens a block of data and nothing else, and the tag that closes any script: neither runs anything."""
_URL_ATTRIBUTES = ("href", "xlink:href", "src", "action", "formaction", "data")


class Sight(Enum):
    """What must have been seen before something may be called absent, or decided."""

    DECLARATION = "the declaration that the parser read: it is always seen"
    DOCUMENT = "the page's own document as it stands, whatever its frames hold"
    WHOLE = "every part of the page as it stands, shadow trees and frames included"
    LASTING = "every part of the page, and no script that may add to it after an action of the reader"


def sees(page: Page, sight: Sight) -> bool:
    """Whether enough of the page was seen."""
    if sight is Sight.DECLARATION:
        return True
    if sight is Sight.DOCUMENT:
        return page.rendered or SCRIPT_NOT_RUN not in page.opaque
    return not page.opaque and (sight is Sight.WHOLE or not has_scripts(page))


@once_a_page
def has_scripts(page: Page) -> bool:
    """Whether anything on the page runs a script, in the document or in the source that it came from."""
    listeners = (name for name in page.attribute_names if name.startswith("on"))
    if any(map(runs_a_script, (*page.select("script"), *page.with_attribute(*listeners, *_URL_ATTRIBUTES)))):
        return True
    kinds = (_TYPE.search(attributes) for attributes in _SCRIPT_TAG.findall(page.source))
    return any(kind is None or not _DATA_BLOCK.fullmatch(kind[1]) for kind in kinds)


def may_change_by_itself(source: str) -> bool:
    """Whether a document that came as this source may change once loaded; True when its source is not known.

    What stands within a block of data is looked at like the rest: whether it is one depends on what is around.
    """
    return not source or _MAY_MOVE.search(_DATA_TAGS.sub(" ", source)) is not None


@once_a_page
def dormant_text(page: Page) -> str:
    """Text that holds no element now, but from which elements may come: scripts, templates, `noscript`."""
    return "\n".join(_dormant(page))


def may_write(page: Page, tag: str) -> bool:
    """Whether the dormant text speaks of this element."""
    return re.search(rf"<{tag}\b|['\"`]{tag}['\"`]", dormant_text(page), re.IGNORECASE) is not None


def runs_a_script(node: Node) -> bool:
    """The element is a script, or carries one in an attribute. A block of data is none."""
    if node.tag == "script":
        return not _DATA_BLOCK.fullmatch((node.get("type") or "").strip())
    attributes = node.attributes
    return any(name.startswith("on") for name in attributes) or any(
        _SCRIPT_URL.match(attributes[name]) for name in _URL_ATTRIBUTES if name in attributes
    )


def _dormant(page: Page) -> Iterator[str]:
    for node in page.select("script", "noscript", "template"):
        yield node.raw_text
    dormant = {name for name in page.attribute_names if name.startswith(("on", "data-")) or name == "srcdoc"}
    for node in page.elements:
        for name, value in node.attributes.items():
            if name in dormant or (":" in value and _SCRIPT_URL.match(value)):
                yield value
