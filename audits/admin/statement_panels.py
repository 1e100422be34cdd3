"""The screen on which the officer fills in the statement: what is missing first, then the parts in their order."""

from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel


class MissingPanel(Panel):
    """What the statement still lacks, as it was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "audits/admin/statement_missing.html"

        def get_context_data(self, parent_context=None):
            from audits.statement.missing import missing
            from audits.statement.queries import facts_of, state_of

            site = self.instance.site
            return {
                **super().get_context_data(parent_context),
                "missing": missing(facts_of(site), timezone.localdate()),
                "state": state_of(site),
            }


def _group(heading: str, *names: str, help_text: str = "") -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=heading, help_text=help_text)


STATEMENT_PANELS = [
    MissingPanel(heading="Ce qui manque à la déclaration"),
    _group("Engagement", "organisation", "scope"),
    _group(
        "Schéma et plan d’actions",
        *("schema_link", "schema_from", "schema_until", "plan_link", "plan_year", "balance_link"),
        help_text="La page les montre avant l’état de conformité, comme la loi le demande.",
    ),
    _group(
        "Audit par des personnes",
        *("audited_on", "audited_by", "criteria_met", "criteria_failed", "criteria_not_applicable"),
        *("failures", "audited_pages"),
        help_text="Il donne l’état de conformité pendant trois ans. L’audit de la machine ne peut que l’abaisser.",
    ),
    FieldPanel("derogations"),
    FieldPanel("exempt"),
    _group("Établissement de la déclaration", "established_on", "technologies", "environment", "tools"),
]
