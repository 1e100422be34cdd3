"""What an audit keeps: the run, each address that it met, each defect or question that it found."""

from django.db import models
from django.utils import timezone
from wagtail.models import Page, Site

from audits.models.component import ComponentField
from audits.models.sample_kind import SampleKind


class Audit(models.Model):
    """One audit of one site: where it started, with what options and versions, and how it ended.

    It belongs to a Wagtail site when it is one of ours. `options` is a dictionary of auditing/options.py; `runner`
    says which process runs it, for another to know whether that one still lives; `wish`, what somebody has asked of
    that process since; `screenshots_stopped`, why it keeps no more pictures, empty while it does; `sample_edition`,
    how many times the proposal of its sample was changed, for two people not to undo each other's changes unknowingly.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "en attente"
        RUNNING = "running", "en cours"
        PROPOSED = "proposed", "échantillon à valider"
        INTERRUPTED = "interrupted", "interrompu"
        FINISHED = "finished", "terminé"
        FAILED = "failed", "en échec"
        CANCELLED = "cancelled", "annulé"

    class Wish(models.TextChoices):
        PAUSE = "pause", "mise en pause demandée"
        CANCEL = "cancel", "annulation demandée"

    site = models.ForeignKey(
        Site, verbose_name="site", null=True, blank=True, on_delete=models.SET_NULL, related_name="audits"
    )
    start_url = models.URLField("adresse de départ", max_length=2000)
    state = models.CharField("état", max_length=12, choices=State, default=State.RUNNING, db_index=True)
    started_at = models.DateTimeField("commencé le", default=timezone.now)
    ended_at = models.DateTimeField("achevé le", null=True, blank=True)
    options = models.JSONField("options", default=dict)
    versions = models.JSONField("versions", default=dict)
    engine_fingerprint = models.CharField("empreinte du moteur", max_length=64, blank=True)
    runner = models.CharField("processus", max_length=300, blank=True)
    wish = models.CharField("demande", max_length=6, choices=Wish, blank=True)
    error = models.TextField("motif de l’échec", blank=True)
    screenshots_stopped = models.TextField("arrêt des captures", blank=True)
    sample_edition = models.PositiveIntegerField("édition de l’échantillon", default=0)

    class Meta:
        verbose_name = "audit d’accessibilité"
        verbose_name_plural = "audits d’accessibilité"
        default_permissions = ("view",)
        permissions = [("run_audit", "Peut lancer, interrompre et reprendre un audit")]
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.start_url} ({timezone.localtime(self.started_at):%d/%m/%Y %H:%M})"


class AuditPage(models.Model):
    """One address of an audit: waiting for its turn, judged, lost, passed over, or a document for a person to judge.

    `tests` maps each RGAA test to its outcome; `traits` is what is compared with the other pages once all are judged,
    and `tests_alone` what the tests that this changed were before. `digest` is the SHA-256 of the page's source. `kind`
    says why a page is in a sample, `chosen_for` says it more precisely where that helps, and `process` names the
    process that it is a step of; out of a sample the three are empty, but for the nature of a document. `inputs` is the
    digest of all that the verdict depends on; `taken_from` is the page of an earlier audit whose verdict was taken
    over, for it had the same, and `judged_at` when that one was judged. `wagtail_page` is the page of ours that was
    shown there. The rows that wait are what an interrupted audit goes on with.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "non visitée"
        DONE = "done", "auditée"
        ERROR = "error", "en erreur"
        SKIPPED = "skipped", "écartée"
        OUTSIDE = "outside", "hors échantillon"
        DOCUMENT = "document", "document à vérifier par une personne"

    audit = models.ForeignKey(Audit, verbose_name="audit", on_delete=models.CASCADE, related_name="pages")
    address = models.CharField("adresse", max_length=2000)
    depth = models.PositiveIntegerField("profondeur", default=0)
    found_on = models.CharField("trouvée sur", max_length=2000, blank=True)
    kind = models.CharField("nature", max_length=13, choices=SampleKind, blank=True)
    chosen_for = models.CharField("précision", max_length=120, blank=True)
    process = models.CharField("démarche", max_length=120, blank=True)
    state = models.CharField("état", max_length=8, choices=State, default=State.WAITING)
    final_url = models.CharField("adresse atteinte", max_length=2000, blank=True)
    http_status = models.PositiveSmallIntegerField("code HTTP", null=True)
    title = models.TextField("titre", blank=True)
    reason = models.TextField("motif", blank=True)
    tests = models.JSONField("tests", default=dict)
    tests_alone = models.JSONField("tests de la page seule", default=dict)
    traits = models.JSONField("traits comparés", null=True)
    digest = models.CharField("empreinte", max_length=64, blank=True)
    inputs = models.CharField("empreinte de ce qui décide", max_length=64, blank=True, db_index=True)
    taken_from = models.ForeignKey(
        "self", verbose_name="reprise de", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    judged_at = models.DateTimeField("jugée le", null=True)
    wagtail_page = models.ForeignKey(
        Page, verbose_name="page du site", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    milliseconds = models.PositiveIntegerField("durée (ms)", default=0)
    failures = models.PositiveIntegerField("défauts", default=0)
    reviews = models.PositiveIntegerField("à vérifier", default=0)
    visited_at = models.DateTimeField("visitée le", null=True)

    class Meta:
        verbose_name = "page auditée"
        verbose_name_plural = "pages auditées"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("audit", "address", name="audits_one_row_per_address")]
        indexes = [models.Index(fields=["audit", "state"])]

    def __str__(self) -> str:
        return self.title or self.address

    @property
    def why(self) -> str:
        """Why the page is in the sample, in French; empty when it is in none."""
        return "\N{NO-BREAK SPACE}: ".join(filter(None, (str(self.get_kind_display()), self.chosen_for)))


class AuditScreenshot(models.Model):
    """A picture of an element that an audit found (WebP), kept once however many findings show the same.

    `digest`: SHA-256 of the image; `size`: its bytes. It goes with its audit, and only who may see that sees it.
    """

    audit = models.ForeignKey(Audit, verbose_name="audit", on_delete=models.CASCADE, related_name="screenshots")
    digest = models.CharField("empreinte", max_length=64)
    size = models.PositiveIntegerField("poids (octets)")
    width = models.PositiveSmallIntegerField("largeur (pixels)")
    height = models.PositiveSmallIntegerField("hauteur (pixels)")
    image = models.BinaryField("image")

    class Meta:
        verbose_name = "capture"
        verbose_name_plural = "captures"
        default_permissions = ()
        constraints = [models.UniqueConstraint("audit", "digest", name="audits_one_row_per_picture")]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"


class AuditFinding(models.Model):
    """One defect, or one thing that a person must look at, on one element of an audited page.

    `tests` holds the numbers of the RGAA tests between commas (`,1.1.1,1.3.9,`), so that any database finds those of
    a criterion. `component` is what its code has in common from page to page.
    """

    class Verdict(models.TextChoices):
        FAIL = "fail", "défaut certain"
        REVIEW = "review", "à vérifier"

    page = models.ForeignKey(AuditPage, verbose_name="page", on_delete=models.CASCADE, related_name="findings")
    rule = models.CharField("règle", max_length=100, db_index=True)
    source = models.CharField("source", max_length=10)
    verdict = models.CharField("verdict", max_length=6, choices=Verdict)
    tests = models.TextField("tests")
    message = models.TextField("constat")
    fix = models.TextField("remède", blank=True)
    targets = models.JSONField("éléments", default=list)
    html = models.TextField("code")
    component = ComponentField("composant")
    provenance = models.TextField("contenu d’origine", blank=True)
    screenshot = models.ForeignKey(
        AuditScreenshot, verbose_name="capture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = "constat"
        verbose_name_plural = "constats"
        default_permissions = ()
        ordering = ["pk"]
        indexes = [models.Index(fields=["page", "verdict"])]

    def __str__(self) -> str:
        return self.message

    @property
    def test_numbers(self) -> list[str]:
        """The numbers of the RGAA tests."""
        return self.tests.strip(",").split(",")

    @property
    def target(self) -> str:
        """The place of the element: CSS selectors, through frames and shadow trees."""
        return " › ".join(self.targets)
