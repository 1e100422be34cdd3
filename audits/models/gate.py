"""What the gate remembers: verdicts by hash, seals, publications that wait, and refusals."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from wagtail.models import Page, Revision


class Verdict(models.Model):
    """What the engine said of one rendering of one page. Never changed: another rendering has another key.

    One of the kind « urgent » says nothing of the engine: it is the leave of a person to publish one draft unjudged.
    """

    class Kind(models.TextChoices):
        JUDGED = "judged", "rendu par le moteur"
        URGENT = "urgent", "publication en urgence"

    kind = models.CharField("nature", max_length=6, choices=Kind, default=Kind.JUDGED)
    key = models.CharField("empreinte", max_length=64, unique=True)
    accepted = models.BooleanField("conforme", db_index=True)
    content_findings = models.JSONField("défauts du contenu", default=list)
    technical_findings = models.JSONField("défauts du thème", default=list)
    to_review = models.PositiveIntegerField("points du contenu à vérifier par une personne", default=0)
    versions = models.JSONField("versions", default=dict)
    inputs = models.JSONField("empreintes de ce qui a été jugé", default=dict)
    created_at = models.DateTimeField("rendu le", auto_now_add=True)

    class Meta:
        verbose_name = "verdict"
        verbose_name_plural = "verdicts"

    def __str__(self) -> str:
        return f"{self.key[:12]} : {'conforme' if self.accepted else 'refusé'}"


class Seal(models.Model):
    """The leave, for the time of one save, to write `live = true` on one page: the database trigger asks for it."""

    page_id = models.PositiveIntegerField(primary_key=True)
    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "sceau"
        verbose_name_plural = "sceaux"

    def __str__(self) -> str:
        return f"page {self.page_id}"


class PendingPublication(models.Model):
    """A publication that was asked where no verdict could be given: the exact content, kept until it is judged.

    `content` is the page's serializable data at the time of the request; None for a row that a fixture is still
    loading, filled when its transaction commits.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "en attente"
        PUBLISHED = "published", "publiée"
        REFUSED = "refused", "refusée"
        REPLACED = "replaced", "remplacée par une demande plus récente"

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="pending_publications")
    content = models.JSONField("contenu", encoder=DjangoJSONEncoder, null=True)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="demandée par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    door = models.CharField("voie", max_length=40)
    state = models.CharField("état", max_length=10, choices=State, default=State.WAITING, db_index=True)
    reason = models.TextField("motif", blank=True)
    created_at = models.DateTimeField("demandée le", auto_now_add=True)
    closed_at = models.DateTimeField("close le", null=True)

    class Meta:
        verbose_name = "publication en attente"
        verbose_name_plural = "publications en attente"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.page} : {self.get_state_display()}"


class Refusal(models.Model):
    """A publication that the gate refused: by which door, of what, by whom, for which findings."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="refusals")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="refusals")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="demandée par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    door = models.CharField("voie", max_length=40)
    created_at = models.DateTimeField("refusée le", auto_now_add=True)

    class Meta:
        verbose_name = "publication refusée"
        verbose_name_plural = "publications refusées"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.page} : {self.created_at:%d/%m/%Y %H:%M}"
