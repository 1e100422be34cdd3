"""What is known of the draft of a page, for lists to say it without judging anything."""

from django.db import models
from wagtail.models import Page, Revision

from audits.models.gate import Verdict


class DraftCheck(models.Model):
    """The verdict on one saved state of a page's draft.

    Saving a draft may write over the same revision: a state is known by its revision and by when this was written.
    """

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    saved_at = models.DateTimeField("brouillon enregistré le")
    verdict = models.ForeignKey(Verdict, null=True, on_delete=models.SET_NULL, related_name="+")
    judged_by = models.CharField("moteur", max_length=64, blank=True)
    reason = models.TextField("motif d’échec", blank=True)
    asked_at = models.DateTimeField("vérification commencée le", null=True)

    class Meta:
        verbose_name = "vérification de brouillon"
        verbose_name_plural = "vérifications de brouillons"

    def __str__(self) -> str:
        return f"{self.page} : {self.verdict or 'sans verdict'}"
