from django.core.management.base import BaseCommand, CommandError

from audits.gate.errors import PublicationRefused, VerdictUnavailable
from home.starter import AlreadyStarted, Town, start_town


class Command(BaseCommand):
    help = "Make an empty site that complies: home, contact, help, legal mentions, accessibility, through the gate."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name of the authority, as every page shows it")
        parser.add_argument("--email", required=True, help="the address that receives the messages of residents")

    def handle(self, *args, name, email, **options):
        try:
            pages = start_town(Town(name, email))
        except AlreadyStarted as error:
            raise CommandError(f"Nothing was changed: {error}.") from error
        except PublicationRefused as error:
            defects = "\n".join(f"- {finding['message']} {finding['html']}" for finding in error.blocking)
            raise CommandError(f"The pages are made and stay drafts: {error.text}\n{defects}") from error
        except VerdictUnavailable as error:
            raise CommandError(f"The pages are made and stay drafts: {error.text} Call the command again.") from error
        self.stdout.write(f"{name}: {len(pages)} pages are online.")
