"""What a town offers: departments, démarches, the versions of their forms, slots."""

from functools import cached_property

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from services.eservices.definition.model import Definition
from services.eservices.definition.parsing import parse
from services.eservices.wording import period

RESERVED_SLUGS = frozenset({"mes-demandes", "suivi", "reprendre", "fichiers"})
"""Addresses that the portal itself answers beside those of the démarches."""


def not_reserved(slug: str) -> None:
    """Raises ValidationError for an address that is not free."""
    if slug in RESERVED_SLUGS:
        raise ValidationError("Cette adresse est réservée\u00a0: choisissez-en une autre.")


class Department(models.Model):
    """A department of the authority, with the agents who deal with its requests."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="departments", verbose_name="site")
    name = models.CharField("nom", max_length=120)
    address = models.TextField("adresse postale", max_length=500)
    phone = models.CharField("téléphone", max_length=40)
    email = models.EmailField("adresse électronique", blank=True)
    agents = models.ForeignKey(
        Group, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="groupe des agents"
    )

    class Meta:
        verbose_name = "service"
        verbose_name_plural = "services"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["site", "name"], name="one_department_of_a_name")]

    def __str__(self):
        return self.name


class EService(models.Model):
    """A démarche: what it is for, who deals with it, what the law says of it."""

    class State(models.TextChoices):
        DRAFT = "draft", "brouillon"
        OPEN = "open", "ouverte"
        CLOSED = "closed", "fermée"

    class Silence(models.TextChoices):
        """What the authority's silence is worth (CRPA, L. 231-1 and L. 231-4)."""

        ACCEPTS = "accepts", "acceptation"
        REFUSES = "refuses", "refus"

    class Outcome(models.TextChoices):
        DECISION = "decision", "une décision"
        REPORT = "report", "un signalement à traiter"

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="eservices", verbose_name="site")
    title = models.CharField("titre", max_length=120)
    slug = models.SlugField("adresse", max_length=80, validators=[not_reserved])
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, related_name="eservices", verbose_name="service"
    )
    state = models.CharField("état", max_length=6, choices=State, default=State.DRAFT)
    outcome = models.CharField("ce qu’elle appelle", max_length=8, choices=Outcome, default=Outcome.DECISION)
    summary = models.TextField("à quoi elle sert", max_length=400)
    to_have = models.TextField("ce qu’il faut avoir sous la main", blank=True, help_text="Une chose par ligne.")
    minutes = models.PositiveSmallIntegerField("minutes pour la remplir", default=5)
    phone = models.TextField("par téléphone", max_length=300)
    counter = models.TextField("au guichet", max_length=500)
    postal = models.TextField("par courrier", max_length=500)
    purpose = models.TextField("finalité du traitement", max_length=500)
    legal_basis = models.TextField("base légale du traitement", max_length=500)
    recipients = models.TextField("destinataires des données", max_length=500)
    keeping_months = models.PositiveSmallIntegerField("mois de conservation après la fin", default=12)
    rights_contact = models.TextField("où exercer ses droits", max_length=300)
    answer_days = models.PositiveSmallIntegerField("jours annoncés pour répondre", default=10)
    silence = models.CharField("ce que vaut le silence", max_length=7, choices=Silence, default=Silence.REFUSES)
    silence_months = models.PositiveSmallIntegerField("mois au bout desquels le silence vaut décision", default=2)
    silence_law = models.CharField("texte qui le dit", max_length=300)
    appeal = models.TextField("voies et délais de recours", max_length=1500)
    anonymous_allowed = models.BooleanField("peut se faire sans dire qui l’on est", default=False)
    email_required = models.BooleanField("demande une adresse électronique", default=True)

    class Meta:
        verbose_name = "démarche"
        verbose_name_plural = "démarches"
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["site", "slug"], name="one_eservice_at_an_address")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("eservices:introduction", args=[self.slug])

    @property
    def things_to_have(self) -> list[str]:
        return [line.strip() for line in self.to_have.splitlines() if line.strip()]

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def current_version(self) -> "FormVersion | None":
        """The version that a new draft is filled in with."""
        return self.versions.order_by("-number").first()


class FormVersion(models.Model):
    """A form as it was opened to residents. It never changes: a request keeps the one that it was filled in with."""

    eservice = models.ForeignKey(EService, on_delete=models.CASCADE, related_name="versions", verbose_name="démarche")
    number = models.PositiveIntegerField("numéro")
    definition = models.JSONField("définition")
    opened_at = models.DateTimeField("ouverte le", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "version du formulaire"
        verbose_name_plural = "versions du formulaire"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["eservice", "number"], name="one_version_of_a_number")]

    def __str__(self):
        return f"{self.eservice} – version {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise ValueError(f"version {self.number} of “{self.eservice}” is open: open another instead")
        super().save(*args, **kwargs)

    @cached_property
    def form(self) -> Definition:
        """The definition, parsed."""
        return parse(self.definition)


class Slot(models.Model):
    """Something that is lent for a while to so many requests, and no more."""

    eservice = models.ForeignKey(EService, on_delete=models.CASCADE, related_name="slots", verbose_name="démarche")
    place = models.CharField("lieu", max_length=120)
    starts_at = models.DateTimeField("début")
    ends_at = models.DateTimeField("fin")
    capacity = models.PositiveSmallIntegerField("places", default=1)
    taken = models.PositiveSmallIntegerField("prises", default=0, editable=False)

    class Meta:
        verbose_name = "créneau"
        verbose_name_plural = "créneaux"
        ordering = ["place", "starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(taken__lte=F("capacity")), name="no_slot_is_taken_twice"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="a_slot_ends_after_it_starts"),
        ]

    def __str__(self):
        return f"{self.place}, {period(self.starts_at, self.ends_at)}"
