"""Who may look at a request, and who did."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from services.eservices.models.request import Request


class FollowLink(models.Model):
    """A link that opens the follow-up of a request for a while. The database has only its token's hash."""

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="follow_links")
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = "lien de suivi"
        verbose_name_plural = "liens de suivi"

    def __str__(self):
        return f"{self.request.number} – jusqu’au {self.expires_at}"


class AccessLog(models.Model):
    """An agent who looked at somebody's request, or at one of its files."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="accesses")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    what = models.CharField("quoi", max_length=200)
    at = models.DateTimeField("le", default=timezone.now, db_index=True, editable=False)

    class Meta:
        verbose_name = "consultation"
        verbose_name_plural = "consultations"
        ordering = ["-at"]

    def __str__(self):
        return f"{self.by} – {self.what}"
