"""A request that is being written."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from services.eservices.models.catalogue import EService, FormVersion


class Draft(models.Model):
    """What somebody is filling in. Whoever holds its token may go on; the database has only the token's hash."""

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    eservice = models.ForeignKey(EService, on_delete=models.CASCADE, related_name="drafts")
    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="drafts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="eservice_drafts"
    )
    started_at = models.DateTimeField("commencé le", default=timezone.now, editable=False)
    touched_at = models.DateTimeField("touché le", default=timezone.now, db_index=True, editable=False)
    sent_at = models.DateTimeField("envoyé le", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "brouillon"
        verbose_name_plural = "brouillons"

    def __str__(self):
        return f"{self.eservice} – brouillon {self.pk}"


class DraftStep(models.Model):
    """What was typed in one step, right or wrong. Each step is its own row: two tabs spoil nothing of one another."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=80)
    raw = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "étape d’un brouillon"
        verbose_name_plural = "étapes de brouillons"
        constraints = [models.UniqueConstraint(fields=["draft", "step"], name="one_row_of_a_step")]

    def __str__(self):
        return f"{self.draft} – {self.step}"
