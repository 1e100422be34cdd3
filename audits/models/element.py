"""What a person decides on: one element of one page, known again by the rule, its block and its code."""

from django.db import models


class ElementDecision(models.Model):
    """The element that a decision is about, and what the engine said of it.

    `element`, `block` and `digest` are those of `audits.gate.identity`: the decision holds for this code alone.
    """

    rule = models.CharField("règle", max_length=100, editable=False, db_index=True)
    element = models.CharField("code normalisé", max_length=32, blank=True, editable=False)
    block = models.CharField("bloc", max_length=200, blank=True, editable=False)
    digest = models.CharField("empreinte de l’élément", max_length=32, blank=True, editable=False)
    finding = models.JSONField("constat", default=dict, editable=False)

    class Meta:
        abstract = True

    @property
    def message(self) -> str:
        return self.finding.get("message", "")

    @property
    def code(self) -> str:
        return self.finding.get("html", "")

    @property
    def tests(self) -> list[str]:
        """The numbers of the RGAA tests that the element fails."""
        return self.finding.get("rgaa", [])

    @property
    def criteria(self) -> list[str]:
        """The numbers of the criteria of these tests, each once."""
        return list(dict.fromkeys(number.rpartition(".")[0] for number in self.tests))
