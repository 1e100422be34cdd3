"""Judge again what is online, from the terminal or a timer."""

import signal
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from audits.auditing.text import plural
from audits.drift import queries, restoring
from audits.drift.background import plan_night
from audits.drift.checking import Checked, CheckerAway, Outcome, check
from audits.drift.rounds import AlreadyRunning, recheck_everything
from audits.people import name_of
from audits.tasks import recheck_every_night

FAILING, NOT_CHECKED, INTERRUPTED = 1, 2, 130


class Command(BaseCommand):
    """Exit status 0 every page complies, 1 one does not, 2 one could not be checked, 130 after Ctrl-C."""

    help = "Judge again every page online, as visitors get it now, the worst first. Takes nothing down."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "pages", nargs="*", metavar="PAGE", help="only these: number, path or address; by default every page online"
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="write nothing: say what this engine and these templates refuse",
        )
        parser.add_argument(
            "--restored", action="store_true", help="after a backup was restored: hold everything as not verified first"
        )
        parser.add_argument(
            "--every-night", action="store_true", help="plan the round of each night with the worker, and stop"
        )

    def handle(self, *args, pages, dry_run, restored, every_night, **options) -> None:
        if every_night:
            night = plan_night(recheck_every_night)
            self.stdout.write(f"Prochain contrôle : {night:%d/%m/%Y à %H:%M}" if night else "Contrôle déjà prévu.")
            return
        if restored and (pages or dry_run):
            raise CommandError("--restored contrôle toutes les pages en ligne et en garde l’état.")
        self._restored = not (pages or dry_run) and (restored or restoring.was_restored())
        if self._restored:
            self.stdout.write("La base de données a été restaurée : tout est tenu pour non vérifié jusqu’au contrôle.")
        previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
        self._found: list[Checked] = []
        try:
            self._check(pages, dry_run)
        except KeyboardInterrupt:
            self.stdout.write("Interrompu : ce qui est contrôlé est gardé. La même commande continue.")
            raise SystemExit(INTERRUPTED) from None
        except AlreadyRunning as error:
            started = timezone.localtime(error.round.started_at)
            raise CommandError(f"Un contrôle est déjà en cours depuis {started:%H:%M} : rien n’a été fait.") from error
        except CheckerAway as error:
            raise CommandError(
                f"Personne ne peut juger les pages, le contrôle s’arrête : {error}. Ce qui est contrôlé est gardé. "
                "« manage.py check_gate » dit comment réparer.",
                returncode=NOT_CHECKED,
            ) from error
        finally:
            signal.signal(signal.SIGTERM, previous)
        self._sum_up(dry_run)

    def _check(self, names: list[str], dry_run: bool) -> None:
        pages, unknown = queries.pages_named(names)
        if unknown:
            raise CommandError(f"Pas de page en ligne ici : {', '.join(unknown)}")
        numbers = [page.pk for page in pages]
        if not names and not dry_run:
            with self._progress(queries.pages_to_check().count()) as bar:
                recheck_everything(lambda rank, total, found: self._tell(found, bar), restored=self._restored)
            return
        numbers = numbers or list(queries.pages_to_check().values_list("pk", flat=True))
        with self._progress(len(numbers)) as bar:
            for number in numbers:
                if found := check(number, keeping=not dry_run):
                    self._tell(found, bar, dry_run)

    def _progress(self, total: int) -> tqdm:
        return tqdm(total=total, unit=" page", desc="Contrôle", disable=not sys.stderr.isatty(), dynamic_ncols=True)

    def _tell(self, found: Checked, bar: tqdm, dry_run: bool = False) -> None:
        self._found.append(found)
        bar.update()
        silent = {Outcome.COMPLIES, Outcome.GONE} | ({Outcome.STILL_FAILING, Outcome.MENDED} if dry_run else set())
        if found.outcome not in silent:
            with tqdm.external_write_mode(self.stdout):
                self.stdout.write("\n".join(_lines(found, dry_run)))
                self.stdout.flush()

    def _sum_up(self, dry_run: bool) -> None:
        count = {outcome: sum(found.outcome is outcome for found in self._found) for outcome in Outcome}
        judged = sum(found.judged for found in self._found)
        self.stdout.write(
            f"{plural(len(self._found), 'page contrôlée', 'pages contrôlées')}, "
            f"dont {plural(judged, 'jugée', 'jugées')} de nouveau : "
            f"{count[Outcome.NEWLY_FAILING]} plus conformes, {count[Outcome.STILL_FAILING]} toujours pas conformes, "
            f"{count[Outcome.MENDED]} de nouveau conformes, {count[Outcome.NOT_CHECKED]} pas contrôlées."
        )
        if dry_run:
            self.stdout.write("Rien n’a été écrit.")
        if count[Outcome.NOT_CHECKED]:
            raise SystemExit(NOT_CHECKED)
        if count[Outcome.NEWLY_FAILING] or (count[Outcome.STILL_FAILING] and not dry_run):
            raise SystemExit(FAILING)


def _lines(found: Checked, dry_run: bool) -> list[str]:
    page = found.page
    said = "serait refusée" if dry_run and found.outcome is Outcome.NEWLY_FAILING else found.outcome.value
    lines = [f"{page.title} ({page.full_url or f'page {page.pk}'}) : {said}"]
    if found.reason:
        lines.append(f"  motif : {found.reason}")
    if found.causes:
        lines.append(f"  a changé : {' ; '.join(cause.label for cause in found.causes)}")
    state = found.state
    if state and state.failing_since:
        lines.append(f"  depuis le {timezone.localtime(state.failing_since):%d/%m/%Y à %H:%M}")
    if state and state.published_by:
        lines.append(f"  publiée par {name_of(state.published_by)}")
    lines += [f"  {finding['message']} (RGAA, test {', '.join(finding['rgaa'])})" for finding in found.findings]
    return lines
