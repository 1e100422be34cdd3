"""The public statement says what is online despite a defect, each under its own heading, and what it costs."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from audits.gate.identity import fields_about
from audits.models import AuditFinding, AuditPage, Derogation, LaissezPasser
from audits.models.component import component_of
from audits.statement.queries import state_of, statement_of
from home.models import AccessibilityPage
from tests.audits.decided import RULE, found
from tests.home.statements import declare, machine_found, people_found

TODAY = timezone.localdate()
CONTENT = {
    "content": "Le plan de 1830",
    "reasoning": "Deux ans de budget.",
    "alternative": "Une page raconte chaque rue.",
}


@pytest.fixture
def site(home) -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def page(add_page):
    return add_page("Cadastre", slug="cadastre")


@pytest.fixture
def read(client, add_page):
    """The text of each part of the statement, by its heading."""
    shown = add_page("Accessibilité", kind=AccessibilityPage, slug="accessibilite")

    def parts() -> dict[str, str]:
        soup = BeautifulSoup(client.get(shown.url).content, "html5lib")
        texts = {}
        for heading in soup.main.find_all("h3"):
            told = []
            for each in heading.find_next_siblings():
                if each.name in ("h2", "h3"):
                    break
                told.append(each.get_text(" "))
            texts[heading.text] = " ".join(" ".join(told).split())
        return texts

    return parts


def grant(page, model, *, days: int = 5, online: bool = True, **fields):
    values = {"ends_on": TODAY + timedelta(days=days), "online_since": timezone.now() if online else None, **fields}
    return model.objects.create(**fields_about(found()), page=page, **values)


FAILURES, DEROGATIONS = "Non-conformités", "Dérogations pour charge disproportionnée"


def test_each_is_under_its_own_heading_while_it_is_online(site, page, read):
    declare(site, **people_found(0))
    granted = grant(page, LaissezPasser, reason="La description est commandée.", online=False)
    derogation = grant(page, Derogation, online=False, alternative_is_digital=True, **CONTENT)
    assert "Cadastre" not in "".join(read().values())
    for each in (granted, derogation):
        each.online_since = timezone.now()
        each.save()
    parts = read()
    assert "« Cadastre »" in parts[FAILURES].replace("\xa0", " ") and "est commandée" in parts[FAILURES]
    assert "Deux ans" not in parts[FAILURES] and "critère 1.1" in parts[FAILURES]
    assert "Le plan de 1830" in parts[DEROGATIONS] and "chaque rue" in parts[DEROGATIONS]
    assert "est commandée" not in parts[DEROGATIONS]


@pytest.mark.parametrize("model", [LaissezPasser, Derogation])
def test_one_that_ended_is_a_failure_as_long_as_it_is_online(site, page, read, model):
    declare(site, **people_found(0))
    values = CONTENT if model is Derogation else {"reason": "Deux ans de budget."}
    grant(page, model, days=-1, **values)
    parts = read()
    assert "est dépassé" in parts[FAILURES] and "Deux ans" in parts[FAILURES]
    assert "Cadastre" not in parts[DEROGATIONS]


def test_what_visitors_cannot_read_is_not_told(site, page, read):
    grant(page, LaissezPasser, reason="Secret.")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Secret" not in read()[FAILURES]


def test_its_criteria_are_not_met_unless_the_derogated_content_is_offered_otherwise(site, page):
    declare(site, **people_found(0))
    assert state_of(site) == "totalement conforme"
    granted = grant(page, LaissezPasser, reason="Attente.")
    assert state_of(site) == statement_of(site).declared.state == "partiellement conforme"
    assert statement_of(site).declared.lowered == ("1.1",)
    granted.delete()
    derogation = grant(page, Derogation, **CONTENT)
    assert state_of(site) == "partiellement conforme"
    derogation.alternative_is_digital = True
    derogation.save()
    assert state_of(site) == "totalement conforme"


def test_a_content_offered_otherwise_does_not_count_in_the_machine_s_audit(site, page):
    declare(site, **people_found(0))
    audit = machine_found(site)
    AuditFinding.objects.filter(page__audit=audit).delete()
    audited = audit.pages.filter(state=AuditPage.State.DONE).first()
    audited.wagtail_page_id = page.pk
    audited.tests = {**audited.tests, "1.1.1": "failed"}
    audited.save()
    code = found()["html"]
    row = {"page": audited, "rule": RULE, "source": "rule", "verdict": "fail", "tests": ",1.1.1,", "html": code}
    for message in ("Une image.", "La même image."):
        AuditFinding.objects.create(**row, message=message)
    assert AuditFinding.objects.first().component == component_of(code)
    assert "1.1" in statement_of(site).declared.lowered
    grant(page, Derogation, alternative_is_digital=True, **CONTENT)
    assert "1.1" not in statement_of(site).declared.lowered
    AuditFinding.objects.filter(pk=AuditFinding.objects.last().pk).update(component="autre")
    assert "1.1" in statement_of(site).declared.lowered
