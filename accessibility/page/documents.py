"""Links to office documents, and what their text says of them."""

import re
from urllib.parse import unquote, urlsplit

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code

_FORMATS = {
    "pdf": "PDF",
    **dict.fromkeys(("doc", "docx", "docm", "dot", "dotx"), "Word"),
    **dict.fromkeys(("xls", "xlsx", "xlsm", "xlsb"), "Excel"),
    **dict.fromkeys(("ppt", "pptx", "pps", "ppsx", "pptm"), "PowerPoint"),
    **dict.fromkeys(("odt", "ott"), "OpenDocument (texte)"),
    **dict.fromkeys(("ods", "ots"), "OpenDocument (tableur)"),
    **dict.fromkeys(("odp", "otp", "odg"), "OpenDocument (présentation)"),
    "rtf": "RTF",
    "epub": "EPUB",
}
_TYPES = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.ms-powerpoint": "PowerPoint",
    "application/rtf": "RTF",
    "application/epub+zip": "EPUB",
}
_SAYS_A_FILE = re.compile(r"t[ée]l[ée]charg|download|\bpdf\b|\b(?:docx?|xlsx?|pptx?|odt|ods)\b", re.IGNORECASE)
_WEIGHT = re.compile(r"\d+(?:[.,]\d+)?\s*(?:[kmg](?:i?b|o)|octets?)\b", re.IGNORECASE)


def links_to_documents(page: Page) -> list[Node]:
    """The links that lead to an office document, by the extension of the address or the declared type."""
    links = (node for node in page.select("a", "area") if node.namespace == HTML and node.has("href"))
    return [
        node
        for node in exposed(in_generated_code(links))
        if format_of_document(node) or may_give_a_document(node, node.raw_text)
    ]


def format_of_document(node: Node) -> str:
    """The format in words a reader knows; empty when the link does not lead to a document."""
    declared = (node.get("type") or "").partition(";")[0].strip().lower()
    candidates = (node.get("download") or "", _path(node.get("href") or ""))
    extensions = (name.rpartition(".")[2].lower() for name in candidates if "." in name)
    return next((_FORMATS[extension] for extension in extensions if extension in _FORMATS), _TYPES.get(declared, ""))


def may_give_a_document(node: Node, name: str) -> bool:
    """The link says that it gives a file, without showing of which kind: its address tells a program, not a page."""
    path = _path(node.get("href") or "")
    has_extension = "." in path.rpartition("/")[2]
    is_a_program = path.lower().endswith((".php", ".aspx", ".asp", ".jsp", ".do"))
    if (has_extension and not is_a_program) or not path:
        return False
    return bool(node.has("download") or _SAYS_A_FILE.search(name) or _SAYS_A_FILE.search(path))


def speaks_of_a_file(text: str) -> bool:
    """The words or the address name a download, or a format of documents."""
    return _SAYS_A_FILE.search(text) is not None


def weight_of_document(text: str) -> str:
    """The weight that a text gives, as it is written; empty when it gives none."""
    match = _WEIGHT.search(text)
    return " ".join(match[0].split()) if match else ""


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address.strip()).path)
    except ValueError:
        return ""
