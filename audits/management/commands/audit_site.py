"""Audit a whole site from the terminal."""

import signal
import sys
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.urls import NoReverseMatch, reverse
from tqdm import tqdm

from audits.auditing import actions, queries
from audits.auditing.errors import AuditError
from audits.auditing.options import AuditOptions
from audits.auditing.running import Watcher, run_audit
from audits.auditing.sample import sample_of
from audits.auditing.summary import summarise
from audits.auditing.text import plural, sample_text, summary_text
from audits.models.audit import Audit, AuditPage

INTERRUPTED = 130
"""Exit status after Ctrl-C, as a shell has it."""


class Command(BaseCommand):
    """Crawls, stores an audit as it goes, shows how far it is, and sums it up."""

    help = "Audit a site by its links and sitemaps. Stores the audit, which can be stopped and resumed."

    def add_arguments(self, parser) -> None:
        defaults = AuditOptions()
        parser.add_argument("start_url", nargs="?", metavar="START_URL", help="by default, that of the default site")
        parser.add_argument("--max-pages", type=int, default=defaults.max_pages, help="(%(default)s)")
        parser.add_argument("--jobs", type=int, default=defaults.jobs, help="browsers at work at once (%(default)s)")
        parser.add_argument("--timeout", type=float, default=defaults.timeout, help="seconds for a page (%(default)s)")
        parser.add_argument("--under", metavar="PATH", default=defaults.under, help="only paths that begin so")
        parser.add_argument(
            "--sample",
            action="store_true",
            help="audit a sample: the pages that the method names, others at random (docs/sample.md)",
        )
        parser.add_argument(
            "--sample-only",
            action="store_true",
            help="propose a sample and stop; it is edited and audited in the admin",
        )
        parser.add_argument("--seed", type=int, help="of the random draw of a sample, to draw the same again")
        parser.add_argument("--ignore-robots", action="store_true", help="only on a site that is yours")
        parser.add_argument(
            "--sign-in", type=Path, metavar="FILE", help="recipe of steps to follow before (docs/sign-in.md)"
        )
        parser.add_argument("--fresh", action="store_true", help="judge again the pages that did not change")
        parser.add_argument(
            "--no-screenshots", action="store_false", dest="screenshots", help="no pictures of what is found"
        )
        parser.add_argument(
            "--no-documents", action="store_false", dest="documents", help="the PDF, DOCX and ODT linked are not read"
        )
        parser.add_argument("--resume", type=int, metavar="ID", help="go on with an interrupted audit")

    def handle(self, *args, **options) -> None:
        if min(options["max_pages"], options["jobs"], options["timeout"]) <= 0:
            raise CommandError("--max-pages, --jobs and --timeout must be positive")
        try:
            audit = actions.resume_audit(options["resume"]) if options["resume"] else self._start(options)
        except AuditError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Audit {audit.pk} de {audit.start_url}")
        previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            with _Progress(audit, self.stdout) as progress:
                run_audit(audit, progress)
        except KeyboardInterrupt:
            self.stdout.write("Interrompu : les pages déjà auditées sont gardées.")
            self.stdout.write(f"Pour continuer : python manage.py audit_site --resume {audit.pk}")
            self._say_where(audit)
            raise SystemExit(INTERRUPTED) from None
        finally:
            signal.signal(signal.SIGTERM, previous)
        audit.refresh_from_db()
        if audit.state in (Audit.State.INTERRUPTED, Audit.State.CANCELLED):
            self.stdout.write(
                f"Audit {audit.get_state_display()} depuis l’administration : les pages déjà auditées sont gardées."
            )
            self._say_where(audit)
            raise SystemExit(INTERRUPTED)
        if audit.state == Audit.State.PROPOSED:
            self.stdout.write("L’échantillon attend d’être validé : l’audit commencera ensuite.")
            self._say_where(audit, "sample", "À modifier et à valider dans l’administration")
            return
        if audit.state == Audit.State.FAILED:
            raise CommandError(f"L’audit {audit.pk} a échoué : {audit.error}")
        self.stdout.write(summary_text(summarise(audit)))
        self._say_where(audit)

    def _start(self, options) -> Audit:
        start_url = options["start_url"] or queries.default_start_url()
        if not start_url:
            raise AuditError("Il n’y a pas de site par défaut : donnez l’adresse de départ.")
        names = ("max_pages", "jobs", "timeout", "under", "sample", "seed", "ignore_robots", "fresh")
        names += ("screenshots", "documents")
        chosen = {name: options[name] for name in names} | {"sign_in": _recipe_text(options["sign_in"])}
        chosen |= {"approval": options["sample_only"], "sample": options["sample"] or options["sample_only"]}
        return actions.start_audit(start_url, AuditOptions(**chosen))

    def _say_where(self, audit: Audit, view: str = "summary", said: str = "À lire dans l’administration") -> None:
        from django.conf import settings

        try:
            path = reverse(f"audits_report:{view}", args=[audit.pk])
        except NoReverseMatch:
            return
        self.stdout.write(f"{said} : {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}")


def _recipe_text(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise AuditError(f"Impossible de lire la recette « {path} » : {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise AuditError(f"La recette « {path} » n’est pas un texte en UTF-8. Enregistrez-la ainsi.") from error
    if not text.strip():
        raise AuditError(f"La recette « {path} » est vide. Écrivez-y une étape par ligne, comme dans docs/sign-in.md.")
    return text


class _Progress(Watcher):
    """A bar on a terminal, else a line for each page; the sample once it is proposed."""

    def __init__(self, audit: Audit, out) -> None:
        self._audit, self._out = audit, out
        self._bar: tqdm | None = None
        self._done = 0
        self._last_count = 0.0

    def __enter__(self) -> "_Progress":
        if sys.stderr.isatty():
            self._bar = tqdm(unit=" page", dynamic_ncols=True, desc="Audit")
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def seen(self, count: int) -> None:
        said = f"Parcours du site : {plural(count, 'adresse connue', 'adresses connues')}"
        self._write(said) if self._bar is None else self._bar.set_postfix_str(said)

    def proposed(self, audit: Audit) -> None:
        self._write(sample_text(sample_of(audit)))

    def _write(self, text: str) -> None:
        if self._bar is None:
            self._out.write(text)
            self._out.flush()
        else:
            self._bar.write(text)

    def page(self, page: AuditPage) -> None:
        if page.state == AuditPage.State.SKIPPED:
            return
        self._done += 1
        if self._bar is None:
            said = page.reason if page.state == AuditPage.State.ERROR else plural(page.failures, "défaut", "défauts")
            self._out.write(f"{self._done} {page.address} : {said} ({page.milliseconds} ms)")
            self._out.flush()
            return
        if time.monotonic() - self._last_count > 1:
            self._last_count = time.monotonic()
            counts = queries.counts_of(self._audit)
            known = counts[AuditPage.State.WAITING] + counts[AuditPage.State.DONE] + counts[AuditPage.State.ERROR]
            self._bar.total = min(known, self._audit.options["max_pages"])
            self._bar.set_postfix_str(plural(counts[AuditPage.State.ERROR], "erreur", "erreurs"))
        self._bar.update()
