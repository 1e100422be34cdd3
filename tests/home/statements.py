"""Statements for tests: an officer's part that lacks nothing, audits by people and by the machine."""

from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import Site

from accessibility import rgaa
from audits.models import AccessibilityStatement, Audit
from tests.audits.audited import small_audit

TODAY = timezone.localdate()
DEROGATION = {
    "content": "Le cadastre de 1830",
    "reason": "Décrire ses 400 planches coûterait le budget des archives de deux années.",
    "alternative": "Le service des archives décrit une planche par téléphone.",
}
COMPLETE = {
    "organisation": "La ville d’Essai",
    "schema_link": "/schema/",
    "schema_from": TODAY.year - 1,
    "schema_until": TODAY.year + 1,
    "plan_link": "/plan/",
    "plan_year": TODAY.year,
    "balance_link": "/bilan/",
    "established_on": TODAY - timedelta(days=1),
    "technologies": "HTML\nCSS",
    "environment": "Firefox et NVDA",
    "tools": "Colour Contrast Analyser",
    "exempt": "Les vidéos mises en ligne avant le 23 septembre 2020.",
    "derogations": [{"type": "derogation", "value": DEROGATION}],
}
CRITERIA = list(rgaa.load().criteria)


def people_found(failed: int, not_applicable: int = 6, *, on: date | None = None) -> dict:
    """The fields of an audit by people: the first criteria fail, the last do not apply, the others are met."""
    last = CRITERIA[len(CRITERIA) - not_applicable :] if not_applicable else []
    return {
        "audited_on": on or TODAY - timedelta(days=30),
        "audited_by": "Ada Martin",
        "criteria_met": len(CRITERIA) - failed - not_applicable,
        "criteria_failed": ", ".join(CRITERIA[:failed]),
        "criteria_not_applicable": " ".join(last),
        "failures": "Des images n’ont pas de description." if failed else "",
        "audited_pages": "Accueil, /",
    }


def declare(site: Site, **fields) -> AccessibilityStatement:
    """Save the officer's part of a site's statement."""
    values = {**fields, "derogations": AccessibilityStatement.derogations.field.to_python(fields.get("derogations"))}
    return AccessibilityStatement.objects.update_or_create(site=site, defaults=values)[0]


def machine_found(site: Site, *, under: str = "/") -> Audit:
    """A finished audit by the machine, with failures, of one of our sites."""
    audit = small_audit()
    Audit.objects.filter(pk=audit.pk).update(site=site, options={**audit.options, "under": under})
    audit.refresh_from_db()
    return audit
