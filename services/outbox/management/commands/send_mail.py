from django.core.management.base import BaseCommand

from services.outbox.delivery import send_due


class Command(BaseCommand):
    help = "Send the mail that is due; for a timer, every few minutes, so that none waits for the next to be written."

    def handle(self, *args, **options):
        sent, failed = send_due()
        self.stdout.write(f"{sent} sent, {failed} failed.")
