"""Which content of ours wrote what an audit found: the page at an address, and the block of each finding.

A public page bears no marks. It is rendered again with those that the gate writes, and a finding is tied to a block
only when the element at its very place there has the very same code; when in doubt, it is tied to none.
"""

import logging
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from django.db import transaction
from wagtail.models import Page, Site

from accessibility.page.provenance import provenance_by_node
from accessibility.page.selectors import excerpt, selector_path
from accessibility.page.static import page_from_source
from audits.gate.rendering import as_if_live, rendered
from audits.models.audit import Audit, AuditFinding, AuditPage

logger = logging.getLogger(__name__)
_BATCH = 500


def trace_origins(audit: Audit, page: AuditPage) -> None:
    """Store which of our pages an audited page is, and the block of each of its findings. Costs the audit nothing."""
    if audit.site is None or page.state != AuditPage.State.DONE:
        return
    try:
        _trace(audit.site, page)
    except Exception:  # an audit is worth more than the links to its blocks
        logger.warning("the origin of what was found on %s is not known", page.address, exc_info=True)


def page_at(site: Site, address: str) -> Page | None:
    """The live page of a site that is shown at an address, in whatever language."""
    path = unquote(urlsplit(address).path).strip("/")
    live = Page.objects.live()
    candidates = [*live.filter(slug=path.rpartition("/")[2]), *site.root_page.get_translations(inclusive=True).live()]
    for page in candidates:
        parts = page.get_url_parts()
        if parts and parts[0] == site.pk and unquote(parts[2] or "").strip("/") == path:
            return page
    return None


def _trace(site: Site, page: AuditPage) -> None:
    page.wagtail_page = page_at(site, page.final_url or page.address)
    page.save(update_fields=["wagtail_page"])
    findings = list(page.findings.all())
    if page.wagtail_page is None or not findings:
        return
    html = rendered(as_if_live(page.wagtail_page.specific))
    blocks = _blocks(html, {finding.html for finding in findings}) if html else {}
    for finding in findings:
        finding.provenance = blocks.get((tuple(finding.targets), finding.html), "")
    with transaction.atomic():
        AuditFinding.objects.bulk_update(findings, ["provenance"], batch_size=_BATCH)


def _blocks(html: str, codes: Collection[str]) -> dict[tuple[tuple[str, ...], str], str]:
    """By place and code, the block that wrote an element, for the elements that have one of these codes."""
    page = page_from_source(html, "")
    paths = provenance_by_node(page)
    marked = [node for node in page.nodes if node.is_element and node.index in paths and excerpt(node) in codes]
    return {(selector_path(node), excerpt(node)): paths[node.index] for node in marked}
