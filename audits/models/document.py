"""What is known of documents to download: what was read in a content, and what the law does not ask of one."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, UniqueConstraint
from django.utils import timezone


class DocumentCheck(models.Model):
    """What was found in one content, whatever documents hold it. Never changed: another content has another row.

    `named`: the name of the file says something, and may stand for a title. `reader`: the programs that read it.
    """

    class State(models.TextChoices):
        CLEAN = "clean", "aucun défaut certain"
        DEFECTS = "defects", "défauts certains"
        UNREAD = "unread", "n’a pas pu être lu"
        OTHER = "other", "format qui n’est pas lu"

    content = models.CharField("empreinte du contenu (SHA-256)", max_length=64)
    named = models.BooleanField("le nom du fichier dit quelque chose")
    reader = models.CharField("empreinte du lecteur", max_length=64)
    state = models.CharField("état", max_length=7, choices=State, db_index=True)
    defects = models.JSONField("défauts certains", default=list)
    questions = models.JSONField("points à vérifier par une personne", default=list)
    reason = models.CharField("motif", max_length=300, blank=True)
    created_at = models.DateTimeField("lu le", auto_now_add=True)

    class Meta:
        verbose_name = "lecture d’un document"
        verbose_name_plural = "lectures de documents"
        default_permissions = ()
        constraints = [UniqueConstraint(fields=["content", "named", "reader"], name="one_reading_of_a_content")]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The state as a person reads it."""
        if self.state == self.State.DEFECTS:
            count = len(self.defects)
            return f"{count}\u00a0défauts certains" if count > 1 else "1\u00a0défaut certain"
        if self.state == self.State.CLEAN:
            return "Aucun défaut certain trouvé"
        label = "N’a pas pu être lu" if self.state == self.State.UNREAD else "Format qui n’est pas lu"
        return f"{label}\u00a0: {self.reason}" if self.reason else label


class DocumentExemption(models.Model):
    """What makes the law not ask that a document be accessible (decree of 24 July 2019, article 3).

    It is of one content: a replaced file is another document, published on another day.
    """

    class Kind(models.TextChoices):
        BEFORE_2018 = "before_2018", "publié avant le 23 septembre 2018"
        ARCHIVE = "archive", "archive qui n’a pas changé depuis le 23 septembre 2019"
        THIRD_PARTY = "third_party", "fait par un tiers, ni financé, ni développé, ni contrôlé par la collectivité"
        HERITAGE = "heritage", "reproduction d’une pièce de collection patrimoniale"

    LAST_DAY = {Kind.BEFORE_2018: date(2018, 9, 22), Kind.ARCHIVE: date(2019, 9, 22)}
    """The kinds that hold only for what is as old as this, and serves no procedure."""

    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name="document",
        on_delete=models.CASCADE,
        related_name="exemptions",
        editable=False,
    )
    content = models.CharField("empreinte du contenu (SHA-256)", max_length=64, editable=False)
    kind = models.CharField("pourquoi la loi ne le demande pas", max_length=11, choices=Kind)
    dated = models.DateField(
        "publié, ou modifié pour la dernière fois, le",
        null=True,
        blank=True,
        help_text="Demandé pour un document ancien ou une archive\u00a0: le jour de sa mise en ligne, même sur un "
        "autre site, pas celui de son dépôt ici.",
    )
    serves_no_procedure = models.BooleanField(
        "aucune démarche administrative en cours n’en a besoin",
        default=False,
        help_text="Un document ancien qui sert encore à une démarche doit être accessible.",
    )
    reason = models.TextField(
        "ce qui le montre",
        max_length=2000,
        help_text="Exemple\u00a0: «\u00a0Bulletin municipal de mars 2015, mis en ligne le 2 avril 2015\u00a0».",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="enregistrée par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField("enregistrée le", default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField("retirée le", null=True, editable=False)

    class Meta:
        verbose_name = "exemption d’un document"
        verbose_name_plural = "exemptions de documents"
        default_permissions = ("view", "add")
        ordering = ["-pk"]
        constraints = [
            UniqueConstraint(
                fields=["document", "content"], condition=Q(withdrawn_at=None), name="one_exemption_of_a_content"
            )
        ]

    document.wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.get_kind_display()

    def clean(self) -> None:
        """Want the day, and that no procedure needs it, of what is exempted for its age."""
        super().clean()
        last = self.LAST_DAY.get(self.kind)
        if last is None:
            return
        errors = {}
        if self.dated is None or self.dated > last:
            errors["dated"] = f"Pour ce motif, écrivez un jour qui ne vient pas après le {last:%d/%m/%Y}."
        if not self.serves_no_procedure:
            errors["serves_no_procedure"] = (
                "Un document dont une démarche a besoin n’est pas exempté. Cochez cette case si aucune n’en a besoin."
            )
        if errors:
            raise ValidationError(errors)
