"""What was put online at once, before anything judged it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Revision

from audits.models.gate import Verdict


class UrgentPublication(models.Model):
    """Somebody's decision to publish one draft unjudged: why, what the engine found after, and when it was mended.

    `leave` is the verdict of its own kind that the seal bears; it serves once, in the transaction that makes it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="urgent_publications")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    leave = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="urgent_publication")
    verdict = models.ForeignKey(Verdict, null=True, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(
        "pourquoi publier sans attendre la vérification",
        max_length=2000,
        help_text="La raison est gardée dans l’historique de la page et envoyée au référent accessibilité.",
    )
    published_at = models.DateTimeField("publiée le", null=True)
    judged_at = models.DateTimeField("vérifiée le", null=True)
    mended_at = models.DateTimeField("corrigée le", null=True)
    reported_at = models.DateTimeField("rappelée le", null=True)

    class Meta:
        verbose_name = "publication en urgence"
        verbose_name_plural = "publications en urgence"
        default_permissions = ("view",)
        permissions = [("publish_urgently", "Peut publier en urgence, sans attendre la vérification")]
        ordering = ["-pk"]

    def __str__(self) -> str:
        when = timezone.localtime(self.published_at).strftime("%d/%m/%Y %H:%M") if self.published_at else "en cours"
        return f"{self.page} : {when}"

    @property
    def state(self) -> str:
        if self.mended_at:
            return "sans défaut"
        return "à corriger" if self.judged_at else "à vérifier"
