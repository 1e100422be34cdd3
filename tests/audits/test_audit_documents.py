"""What an audit keeps of the documents that its pages link to."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from accessibility.linked_documents.findings import QUESTION, WITH_DEFECTS
from audits.admin.start_form import StartForm
from audits.auditing import queries
from audits.auditing.grouping import groups_of, with_examples
from audits.auditing.summary import rules_of
from audits.models import Audit, AuditFinding
from tests.accessibility.documents.made_pdf import make
from tests.small_site import SmallSite, html, links

pytestmark = pytest.mark.xdist_group("crawler")

UNTAGGED = make(None, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
PAGES = ("/a", "/b", "/c")


@pytest.fixture
def site(settings):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    body = '<p>Séance du <a href="/budget.pdf">budget, vu de {}</a>.</p>'
    pages = {path: html(f"Page {path}", body.format(path)) for path in PAGES}
    with SmallSite({"/": html("Accueil", links(*PAGES)), **pages, "/budget.pdf": UNTAGGED}) as site:
        yield site


def audited(site: SmallSite, *options: str) -> Audit:
    call_command("audit_site", site.url, *options)
    return Audit.objects.order_by("pk").last()


def groups(audit: Audit, rule: str) -> list:
    found = queries.findings_of(audit).filter(rule=rule)
    return with_examples(audit, list(groups_of(found, list(rules_of(audit)))))


def test_a_document_of_many_pages_is_said_once_and_taken_over_until_it_changes(db, site, admin_client):
    first = audited(site)
    (group,) = groups(first, WITH_DEFECTS)
    assert (group.pages, group.findings) == (len(PAGES), len(PAGES)) and site.times("/budget.pdf") == 1
    assert group.example.verdict == "review" and f"{site.url}/budget.pdf" in group.example.message
    assert "Le document n’est pas balisé" in group.example.message
    assert not queries.findings_of(first).filter(verdict="fail", tests__contains=",13.3.1,").exists()
    shown = admin_client.get(reverse("audits_report:groups", args=[first.pk])).content.decode()
    assert "Le document n’est pas balisé" in shown and f"{site.url}/budget.pdf" in shown

    second = audited(site)
    assert second.pages.filter(taken_from__isnull=False).count() == len(PAGES) + 1
    (again,) = groups(second, WITH_DEFECTS)
    assert again.pages == len(PAGES) and again.example.component == group.example.component

    site.pages["/budget.pdf"] = make()
    third = audited(site)
    assert [page.address for page in third.pages.filter(taken_from__isnull=False)] == [f"{site.url}/"]
    assert groups(third, WITH_DEFECTS) == []
    (mended,) = groups(third, QUESTION)
    assert mended.pages == len(PAGES) and "aucun défaut certain" in mended.example.message


def test_documents_are_left_out_on_demand(db, site):
    audit = audited(site, "--no-documents")
    assert "/budget.pdf" not in site.asked and audit.options["documents"] is False
    assert AuditFinding.objects.filter(page__audit=audit, rule=QUESTION).count() == len(PAGES)
    assert StartForm(data={}).fields["documents"].initial is True
