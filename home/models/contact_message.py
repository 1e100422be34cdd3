import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
LONGEST_SUBJECT = 120


def new_reference() -> str:
    """A reference that one can read aloud: no letter that looks like a figure."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class ContactMessage(models.Model):
    """What somebody wrote through a contact page."""

    reference = models.CharField("référence", max_length=9, unique=True, default=new_reference, editable=False)
    page = models.ForeignKey(
        "home.ContactPage",
        on_delete=models.SET_NULL,
        null=True,
        related_name="messages",
        verbose_name="page",
        editable=False,
    )
    name = models.CharField("nom", max_length=120)
    email = models.EmailField("adresse électronique")
    subject = models.CharField("objet", max_length=LONGEST_SUBJECT)
    text = models.TextField("message", max_length=5000)
    received_at = models.DateTimeField("reçu le", default=timezone.now, editable=False)
    answered_at = models.DateTimeField("répondu le", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = "message reçu"
        verbose_name_plural = "messages reçus"
        ordering = ["-received_at"]

    def __str__(self):
        return f"{self.reference} – {self.subject}"
