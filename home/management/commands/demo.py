from collections.abc import Iterable

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from audits.gate.errors import PublicationRefused, VerdictUnavailable
from home.demo import town
from home.demo.accounts import ACCOUNTS


class Command(BaseCommand):
    help = "Load the demonstration town, published through the gate, with its accounts; --remove removes it."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove the town, its files and its accounts")
        parser.add_argument(
            "--first-run", action="store_true", help="load only where nobody has made a page, and print no accounts"
        )

    def handle(self, *args, remove, first_run, **options):
        if remove:
            self._call_all(settings.PARVIS_DEMO_REMOVERS)
            town.remove()
            self.stdout.write("The demonstration town is removed.")
            return
        if getattr(settings, "REFUSE_DEMO_ACCOUNTS", False):
            raise CommandError("The demonstration's passwords are public: these settings refuse its accounts.")
        if first_run and not town.is_wanted():
            town.follow_address()
            return
        try:
            published = town.load(tell=self._tell)
        except (PublicationRefused, VerdictUnavailable) as error:
            raise CommandError(f"The demonstration's pages stay drafts: {error}") from error
        self._call_all(settings.PARVIS_DEMO_LOADERS)
        self.stdout.write(f"The demonstration town is loaded: {len(published)} pages published through the gate.")
        if not first_run:
            for account in ACCOUNTS:
                self.stdout.write(f"  {account.username:<12} {account.password:<24} {account.role}")

    def _call_all(self, names: Iterable[str]) -> None:
        """What other packages add to the town, or take away with it."""
        for name in names:
            import_string(name)()

    def _tell(self, title: str, rank: int, total: int) -> None:
        self.stdout.write(f"  {rank:>3}/{total} {title}")
        self.stdout.flush()
