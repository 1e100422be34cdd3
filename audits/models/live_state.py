"""The state of what is online, page by page, as it was last judged; what is wrong with it; the rounds that judge it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q, UniqueConstraint
from wagtail.models import Page

from audits.models.gate import Verdict


class Cause(models.TextChoices):
    """What of a page, or around it, changed since its last verdict, as an editor reads it."""

    CONTENT = "content", "le contenu de la page"
    FRAME = "frame", "le gabarit ou un contenu partagé"
    FILES = "files", "des fichiers (styles, scripts, images ou documents)"
    ENGINE = "engine", "le moteur qui vérifie"


class LiveFault(models.Model):
    """What is to be mended online: the content of one page, or one defect of the frame, however many pages show it."""

    class Kind(models.TextChoices):
        CONTENT = "content", "contenu"
        TECHNICAL = "technical", "technique"

    kind = models.CharField("nature", max_length=9, choices=Kind)
    key = models.CharField("empreinte", max_length=64, unique=True)
    page = models.ForeignKey(
        Page, verbose_name="page", null=True, on_delete=models.CASCADE, related_name="live_faults", db_index=True
    )
    place = models.CharField("emplacement", max_length=10, blank=True)
    findings = models.JSONField("défauts", default=list)
    causes = models.JSONField("ce qui a changé", default=list)
    since = models.DateTimeField("depuis le")

    class Meta:
        verbose_name = "élément à corriger"
        verbose_name_plural = "éléments à corriger"
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return str(self.page) if self.page else self.findings[0]["message"]

    @property
    def cause_labels(self) -> list[str]:
        return [Cause(cause).label for cause in self.causes]


class LiveState(models.Model):
    """What was last said of one page as it is online. A live page without a row has not been judged since it is."""

    class Doubt(models.TextChoices):
        """Why what was said may no longer hold."""

        RESTORED = "restored", "base de données restaurée"
        FILE = "file", "fichier ou contenu partagé remplacé"
        ERROR = "error", "contrôle impossible"

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="live_state")
    verdict = models.ForeignKey(
        Verdict, verbose_name="dernier verdict", null=True, on_delete=models.PROTECT, related_name="+"
    )
    content_hash = models.CharField("empreinte du contenu", max_length=64, blank=True)
    checked_at = models.DateTimeField("contrôlée le", null=True, db_index=True)
    failing_since = models.DateTimeField("non conforme depuis", null=True, db_index=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="publiée par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    published_at = models.DateTimeField("publiée le", null=True)
    doubt = models.CharField("à vérifier", max_length=8, choices=Doubt, blank=True, db_index=True)
    reason = models.TextField("motif", blank=True)
    faults = models.ManyToManyField(LiveFault, related_name="states")

    class Meta:
        verbose_name = "état en ligne"
        verbose_name_plural = "états en ligne"
        permissions = [("view_gatehealth", "Peut voir l’état de la vérification avant publication")]

    def __str__(self) -> str:
        return f"{self.page} : {'non conforme' if self.failing_since else 'conforme'}"


class Recheck(models.Model):
    """One round over everything that is online. `token` tells, beside the database, which round was the last."""

    class State(models.TextChoices):
        RUNNING = "running", "en cours"
        FINISHED = "finished", "terminé"
        INTERRUPTED = "interrupted", "interrompu"

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField("état", max_length=11, choices=State, default=State.RUNNING)
    runner = models.CharField("processus", max_length=200)
    reason = models.TextField("motif", blank=True)
    started_at = models.DateTimeField("commencé le", auto_now_add=True)
    ended_at = models.DateTimeField("terminé le", null=True)
    pages = models.PositiveIntegerField("pages en ligne", default=0)
    checked = models.PositiveIntegerField("pages contrôlées", default=0)
    judged = models.PositiveIntegerField("pages jugées de nouveau", default=0)
    failing_pages = models.JSONField("pages à corriger", default=list)
    technical = models.PositiveIntegerField("défauts techniques", default=0)
    told_at = models.DateTimeField("résumé envoyé le", null=True)

    class Meta:
        verbose_name = "contrôle des pages en ligne"
        verbose_name_plural = "contrôles des pages en ligne"
        ordering = ["-pk"]
        constraints = [
            UniqueConstraint(fields=["state"], condition=Q(state="running"), name="one_round_of_recheck_at_once")
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%d/%m/%Y %H:%M} : {self.get_state_display()}"
