"""Where in the administration what a finding is about can be mended, when the audited page is one of ours."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.db.models import Q
from django.urls import reverse
from wagtail.permission_policies.pages import PagePermissionPolicy

from audits.models.audit import Audit, AuditFinding


def editing_links(user, audit: Audit, findings: Iterable[AuditFinding]) -> dict[int, str]:
    """The address of the page's editor for each finding (by number) that this person may mend.

    It leads to the very block where the finding says which content wrote the element. As many queries however many
    findings.
    """
    if audit.site is None:
        return {}
    root = audit.site.root_page.url_path
    known = {finding.page.wagtail_page_id for finding in findings} - {None}
    # An audit made before pages were known by their number has only their addresses.
    paths = {finding.pk: _url_path(root, finding.page.address) for finding in findings}
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    found = editable.filter(Q(pk__in=known) | Q(url_path__in=set(paths.values()))).values_list("pk", "url_path")
    numbers = {number for number, _ in found}
    by_path = {path: number for number, path in found}
    links = {}
    for finding in findings:
        number = finding.page.wagtail_page_id or by_path.get(paths[finding.pk])
        if number in numbers:
            links[finding.pk] = _editor(number, finding.provenance)
    return links


def _url_path(root: str, address: str) -> str:
    path = unquote(urlsplit(address).path).strip("/")
    return f"{root}{path}/" if path else root


def _editor(page: int, provenance: str) -> str:
    address = reverse("wagtailadmin_pages:edit", args=[page])
    return f"{address}#:w:contentpath={provenance}" if provenance else address
