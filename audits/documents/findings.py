"""What the gate says at each link of a page to a document that is certainly not accessible."""

from hashlib import blake2b
from typing import Any

from wagtail.models import Page as WagtailPage

from accessibility.findings import Finding
from accessibility.limits import TooLarge
from accessibility.outcome import Verdict
from accessibility.page.digest import digest_of
from accessibility.page.model import HTML, Node
from accessibility.page.outgoing import address_of_link
from accessibility.page.provenance import provenance_by_node
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.selectors import excerpt, selector_path
from accessibility.page.static import page_from_source
from accessibility.page.text import quote
from audits.documents.addresses import own_path
from audits.documents.linked import LinkedDocument, LinkedDocuments, Standing
from audits.gate.errors import VerdictUnavailable

RULE = "c13_03_document_not_accessible"
_TEST = "13.3.1"
_MOST_LISTED = 12
_MEND = (
    "Corrigez le document, dont la fiche dit les défauts, et remplacez son fichier\u00a0; ou donnez son contenu dans "
    "une page\u00a0; ou déposez-en une version accessible, indiquez-la dans la fiche du document, et faites-y un lien "
    "ici."
)


def document_findings(html: str, url: str, documents: LinkedDocuments) -> list[dict[str, Any]]:
    """A finding for each link to a document that refuses the page. Raises VerdictUnavailable for an endless page."""
    if not documents.refuse:
        return []
    try:
        page = page_from_source(html, url)
    except TooLarge as error:
        raise VerdictUnavailable(f"the page is too large: {error}") from error
    marks = provenance_by_node(page)
    links = exposed(in_generated_code(node for node in page.select("a", "area") if node.namespace == HTML))
    found = []
    for node in links:
        linked = documents.by_path.get(own_path(address_of_link(page, node), url))
        if linked is not None and linked.refuses:
            found.append(_finding(node, linked, marks.get(node.index)))
    return found


def _finding(node: Node, linked: LinkedDocument, provenance: str | None) -> dict[str, Any]:
    finding = Finding(
        (_TEST,),
        RULE,
        Verdict.FAIL,
        "rule",
        selector_path(node),
        excerpt(node),
        _message(linked),
        _fix(linked),
        provenance=provenance,
    )
    said = linked.check.defects
    return finding.as_json() | {
        "digest": _digest(node, linked),
        "document": linked.document.pk,
        "document_title": linked.document.title,
        "defects": said[:_MOST_LISTED],
        "more_defects": max(0, len(said) - _MOST_LISTED),
    }


def _digest(node: Node, linked: LinkedDocument) -> str:
    """What is decided of a link to a document is decided of what the document was then."""
    return blake2b(f"{digest_of(node)}{linked.content}".encode(), digest_size=16).hexdigest()


def _message(linked: LinkedDocument) -> str:
    count = len(linked.check.defects)
    defects = f"{count}\u00a0défauts certains" if count > 1 else "un défaut certain"
    document = f"{quote(linked.document.title)} ({linked.document.filename})"
    return f"Le document {document} n’est pas accessible\u00a0: il a {defects}."


def _fix(linked: LinkedDocument) -> str:
    if linked.standing is Standing.REFUSED:
        return _MEND
    version = quote(str(linked.version))
    if linked.standing is Standing.VERSION_NOT_LINKED:
        return (
            f"Sa version accessible est {version}\u00a0: faites-y aussi un lien dans cette page, à côté de celui du "
            "document. Le bloc «\u00a0Documents\u00a0» le fait tout seul."
        )
    trouble = "n’est pas en ligne" if isinstance(linked.version, WagtailPage) else "a elle-même des défauts certains"
    return f"La version accessible indiquée, {version}, {trouble}\u00a0: corrigez-la, ou indiquez-en une autre. {_MEND}"
