"""A request that was sent, and what was said and done of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from services.eservices.models.catalogue import EService, FormVersion, Slot
from services.eservices.states import OPEN, State
from services.eservices.wording import moment


class Request(models.Model):
    """What a resident asks. `answers` are frozen as they were read on the page that was checked before sending.

    `draft` is the identifier of the draft that it was: no draft is ever sent twice. `secret_hash` opens the follow-up
    of a request that has no e-mail address. `silence_on` is the day on which silence is worth a decision.
    """

    number = models.CharField("numéro", max_length=16, unique=True, editable=False)
    draft = models.UUIDField(unique=True, editable=False)
    eservice = models.ForeignKey(EService, on_delete=models.PROTECT, related_name="requests", verbose_name="démarche")
    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="requests")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="eservice_requests"
    )
    email = models.EmailField("adresse électronique", blank=True)
    secret_hash = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField("état", max_length=11, choices=State, default=State.SENT, db_index=True)
    answers = models.JSONField("réponses")
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, null=True, blank=True, related_name="requests")
    received_at = models.DateTimeField("reçue le", default=timezone.now, db_index=True, editable=False)
    answer_on = models.DateField("réponse annoncée pour le")
    silence_on = models.DateField("silence valant décision le", null=True, blank=True)
    waiting_since = models.DateTimeField("attend le demandeur depuis le", null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("close le", null=True, blank=True)
    decision = models.TextField("décision", blank=True)
    appeal = models.TextField("voies et délais de recours", blank=True)

    class Meta:
        verbose_name = "demande"
        verbose_name_plural = "demandes"
        ordering = ["-received_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.REFUSED) | (~Q(decision="") & ~Q(appeal="")),
                name="a_refusal_says_why_and_how_to_appeal",
            )
        ]

    def __str__(self):
        return f"{self.number} – {self.eservice}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class Event(models.Model):
    """Something that happened to a request, for its history. Those that are not `shown` are the agents' own."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField("le", default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField("quoi", max_length=200)
    text = models.TextField("précision", blank=True)
    state = models.CharField("état qui s’ensuit", max_length=11, choices=State, blank=True)
    shown = models.BooleanField("dit au demandeur", default=True)

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "événements"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.request.number} – {self.title}"


class Message(models.Model):
    """What the resident and the department write to each other."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="messages")
    from_resident = models.BooleanField("du demandeur")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.TextField("texte", max_length=5000, blank=True)
    at = models.DateTimeField("le", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "message"
        verbose_name_plural = "messages"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.request.number} – message {self.pk}"

    @property
    def written(self) -> str:
        """When, in words."""
        return moment(self.at)


class AskedDocument(models.Model):
    """A document that a department asks of the resident before it can go on."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="asked_documents")
    label = models.CharField("pièce", max_length=200)
    asked_at = models.DateTimeField("demandée le", default=timezone.now, editable=False)
    given_at = models.DateTimeField("donnée le", null=True, blank=True)

    class Meta:
        verbose_name = "pièce demandée"
        verbose_name_plural = "pièces demandées"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.request.number} – {self.label}"
