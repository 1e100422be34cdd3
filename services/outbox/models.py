import uuid

from django.db import models
from django.utils import timezone


class Mail(models.Model):
    """One e-mail in plain text, kept until a server has taken it."""

    class State(models.TextChoices):
        WAITING = "waiting", "en attente"
        SENT = "sent", "envoyé"
        GIVEN_UP = "given up", "abandonné"

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    to = models.EmailField("destinataire")
    reply_to = models.EmailField("répondre à", blank=True)
    subject = models.CharField("objet", max_length=200)
    text = models.TextField("texte")
    state = models.CharField("état", max_length=8, choices=State, default=State.WAITING, db_index=True)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    not_before = models.DateTimeField("pas avant", default=timezone.now)
    last_error = models.TextField("dernière erreur", blank=True)
    created_at = models.DateTimeField("écrit le", default=timezone.now, editable=False)
    sent_at = models.DateTimeField("envoyé le", null=True, blank=True)

    class Meta:
        verbose_name = "courriel"
        verbose_name_plural = "courriels"
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.subject} → {self.to}"
