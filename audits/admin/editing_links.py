"""Where in the administration what a finding is about can be mended, when the audited page is one of ours."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

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
    paths = {finding.pk: _url_path(root, finding.page.address) for finding in findings}
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    pages = dict(editable.filter(url_path__in=set(paths.values())).values_list("url_path", "pk"))
    return {
        finding.pk: _editor(pages[paths[finding.pk]], finding.provenance)
        for finding in findings
        if paths[finding.pk] in pages
    }


def _url_path(root: str, address: str) -> str:
    path = unquote(urlsplit(address).path).strip("/")
    return f"{root}{path}/" if path else root


def _editor(page: int, provenance: str) -> str:
    address = reverse("wagtailadmin_pages:edit", args=[page])
    return f"{address}#:w:contentpath={provenance}" if provenance else address
