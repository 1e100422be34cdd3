"""What the town's accessibility officer wrote in the statement. Nobody audited a town that does not exist."""

from datetime import date

from wagtail.models import Site

from audits.models import AccessibilityStatement
from home.demo.typography import typeset_all

FACTS = {
    "organisation": "La ville de Merlonges",
    "scope": "Le site de la ville de Merlonges",
    "schema_link": "/accessibilite-schema/",
    "schema_from": 2025,
    "schema_until": 2027,
    "plan_link": "/accessibilite-plan-2026/",
    "plan_year": 2026,
    "balance_link": "/accessibilite-plan-2026/",
    "established_on": date(2026, 11, 2),
    "technologies": "HTML\nCSS\nSVG",
    "environment": "Chromium, par un contrôle automatique",
    "tools": "Parvis\naxe-core",
    "exempt": "Les documents bureautiques mis en ligne avant le 23 septembre 2018, sauf ceux qu’une démarche demande.",
}


def load_statement(site: Site) -> None:
    """Write the officer's part, unless somebody did."""
    AccessibilityStatement.objects.get_or_create(site=site, defaults=typeset_all(FACTS))
