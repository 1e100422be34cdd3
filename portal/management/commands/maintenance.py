from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Close the site to visitors with a notice, or open it again. Agents keep the administration."

    def add_arguments(self, parser):
        parser.add_argument("state", choices=["on", "off"])
        parser.add_argument("--say", default="", help="a sentence for visitors, such as « Retour prévu à 14 h. »")

    def handle(self, *args, state, say, **options):
        if state == "on":
            settings.PARVIS_MAINTENANCE_FILE.write_text(say, encoding="utf-8")
            self.stdout.write("The site is closed to visitors: manage.py maintenance off opens it.")
        else:
            settings.PARVIS_MAINTENANCE_FILE.unlink(missing_ok=True)
            self.stdout.write("The site is open.")
