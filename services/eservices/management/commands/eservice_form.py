from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from services.eservices.actions import export_version, import_version
from services.eservices.definition.errors import DefinitionError
from services.eservices.models import EService


class Command(BaseCommand):
    help = "Print the form of a démarche as JSON, or open a new version of it from a JSON file (--open)."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the address of the démarche, such as acte-de-naissance")
        parser.add_argument("--open", metavar="FILE", type=Path, help="open the version that this file describes")
        parser.add_argument("--site", metavar="HOST", help="the host name of its site, where several sites have one")

    def handle(self, *args, slug, open, site, **options):
        found = EService.objects.filter(slug=slug, **({"site__hostname": site} if site else {}))
        if len(found) != 1:
            raise CommandError(f"{len(found)} démarches are at “{slug}”: name one, and its site with --site.")
        if open is None:
            if found[0].current_version is None:
                raise CommandError(f"“{slug}” has no form yet.")
            self.stdout.write(export_version(found[0].current_version), ending="")
            return
        try:
            version = import_version(found[0], open.read_text(encoding="utf-8"))
        except (OSError, DefinitionError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Version {version.number} of “{slug}” is open.")
