from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from services.eservices.demo.load import load_eservices, remove_eservices


class Command(BaseCommand):
    help = "Load the démarches of the demonstration on the default site; --remove removes them with their requests."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove them, with what was sent through them")

    def handle(self, *args, remove, **options):
        if remove:
            remove_eservices()
            self.stdout.write("The démarches of the demonstration are removed.")
            return
        try:
            loaded = load_eservices()
        except Site.DoesNotExist as error:
            raise CommandError("There is no default site: run “manage.py demo” or “manage.py start_town”.") from error
        for eservice in loaded:
            self.stdout.write(f"  {eservice.get_absolute_url()}  {eservice.title}")
