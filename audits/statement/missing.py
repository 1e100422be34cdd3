"""What a statement still lacks, told to the officer who fills it in, and never made up on the page."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from wagtail.models import Page, Site

from accessibility.outcome import Status
from audits.models.statement import AccessibilityStatement
from audits.statement.declaring import YEARS_IN_FORCE, years_later
from audits.statement.queries import human_audit

_LISTS = {
    "technologies": "Donnez les technologies utilisées pour faire le site.",
    "environment": "Donnez l’environnement de test\u00a0: navigateurs et technologies d’assistance.",
    "tools": "Donnez les outils qui ont servi à évaluer le site.",
}


def missing(facts: AccessibilityStatement, today: date) -> list[str]:
    """What is to be done before the statement says all that the law asks for, in the order of the statement."""
    return [*_commitments(facts, today), *_audit(facts, today), *_establishment(facts, today), *_dead_links(facts)]


def _commitments(facts: AccessibilityStatement, today: date) -> Iterator[str]:
    if not facts.schema_link or not facts.schema_years:
        yield "Donnez l’adresse et les années du schéma pluriannuel de mise en accessibilité."
    elif not (facts.schema_from or today.year) <= today.year <= (facts.schema_until or today.year):
        yield f"Le schéma pluriannuel {facts.schema_years} ne couvre pas {today.year}\u00a0: publiez le suivant."
    if not facts.plan_link or not facts.plan_year:
        yield f"Donnez l’adresse et l’année du plan d’actions {today.year}."
    elif facts.plan_year != today.year:
        yield f"Le plan d’actions est celui de {facts.plan_year}\u00a0: publiez celui de {today.year}."
    if not facts.balance_link:
        yield "Donnez l’adresse du bilan du plan de l’année précédente."


def _audit(facts: AccessibilityStatement, today: date) -> Iterator[str]:
    human = human_audit(facts)
    if human is None:
        yield "Faites faire un audit par des personnes\u00a0: sans lui, le site reste «\u00a0non conforme\u00a0»."
        return
    if not human.holds(today):
        yield "L’audit a plus de trois ans\u00a0: le site est déclaré «\u00a0non conforme\u00a0» jusqu’au prochain."
    if Status.NC in human.statuses.values() and not facts.failures.strip():
        yield "Dites en clair les non-conformités que l’audit a trouvées."
    if not facts.audited_pages.strip():
        yield "Donnez les pages vérifiées pendant l’audit."


def _establishment(facts: AccessibilityStatement, today: date) -> Iterator[str]:
    if not facts.established_on:
        yield "Donnez la date à laquelle la déclaration est établie."
    elif years_later(facts.established_on, YEARS_IN_FORCE) <= today:
        yield "La déclaration a plus de trois ans\u00a0: relisez-la, puis donnez-lui une nouvelle date."
    for name, told in _LISTS.items():
        if not getattr(facts, name).strip():
            yield told


def _dead_links(facts: AccessibilityStatement) -> Iterator[str]:
    links = {"schéma": facts.schema_link, "plan": facts.plan_link, "bilan": facts.balance_link}
    for label, link in links.items():
        if link and not _leads_somewhere(link, facts.site):
            yield f"Aucune page en ligne ne répond à l’adresse du {label}, {link}\u00a0: corrigez-la."


def _leads_somewhere(link: str, site: Site) -> bool:
    """Whether a page that visitors may see has this path; what is not a page of the site is taken on trust."""
    path = urlsplit(link).path
    if not link.startswith("/") or path.startswith("/documents/"):
        return True
    root = site.root_page.url_path.rstrip("/")
    return Page.objects.live().public().filter(url_path=f"{root}{path.rstrip('/')}/").exists()
