"""The links of a page whose documents can be judged."""

from accessibility.addresses import canonical
from accessibility.documents.formats import OFFICE_EXTENSIONS, extension_of
from accessibility.page.documents import format_of_document, links_to_documents
from accessibility.page.model import Node, Page
from accessibility.page.outgoing import address_of_link
from accessibility.page.sign_out import says_sign_out

_JUDGED = frozenset({"pdf", "docx", "docm", "dotx", "odt"})
_PERHAPS_JUDGED = frozenset({"", "PDF", "Word", "OpenDocument (texte)"})


def addresses_of_documents(page: Page) -> dict[int, str]:
    """By index of a link in the page, the address of the PDF, DOCX or ODT that it leads to, or may lead to."""
    found = {}
    for node in links_to_documents(page):
        address = canonical(address_of_link(page, node))
        if address and _may_be_judged(node, address) and not says_sign_out(address):
            found[node.index] = address
    return found


def _may_be_judged(node: Node, address: str) -> bool:
    extension = extension_of(address)
    return extension in _JUDGED if extension in OFFICE_EXTENSIONS else format_of_document(node) in _PERHAPS_JUDGED
