"""The documents that a page gives to download: which links lead to one, and in which format (RGAA 13.3, 13.4)."""

from dataclasses import dataclass

from accessibility.documents.formats import OFFICE_EXTENSIONS, extension_of, name_of
from accessibility.page.model import Node, Page
from accessibility.page.outgoing import address_of_link

_OF_TYPES = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/epub+zip": "epub",
}


@dataclass(frozen=True)
class LinkedDocument:
    """A document, by its address without fragment. `form`: its format as an extension (`pdf`); `links`: to it."""

    address: str
    form: str
    links: tuple[Node, ...]


def linked_documents(page: Page) -> tuple[LinkedDocument, ...]:
    """The documents that links of the page lead to, frames' included, each once, in order.

    A format is known by the extension of the address, of the `download` attribute, or by the `type` of the link. What
    a server gives under another name, only its answer tells.
    """
    found: dict[str, tuple[str, list[Node]]] = {}
    for node in page.select("a", "area"):
        address = address_of_link(page, node).partition("#")[0]
        form = _format(node, address)
        if form and address.lower().startswith(("http:", "https:", "file:")):
            found.setdefault(address, (form, []))[1].append(node)
    return tuple(LinkedDocument(address, form, tuple(links)) for address, (form, links) in found.items())


def _format(node: Node, address: str) -> str:
    declared = _OF_TYPES.get((node.get("type") or "").partition(";")[0].strip().lower(), "")
    given = (node.get("download") or "").rpartition(".")[2].lower()
    named = extension_of(address) if name_of(address) else ""
    return next((form for form in (named, given, declared) if form in OFFICE_EXTENSIONS), "")
