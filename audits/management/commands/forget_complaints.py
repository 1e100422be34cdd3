from django.core.management.base import BaseCommand

from audits.statement.actions import forget_old_complaints


class Command(BaseCommand):
    help = "Delete the accessibility reports that came more than a year ago; for a timer, every night."

    def handle(self, *args, **options):
        self.stdout.write(f"{forget_old_complaints()} reports were deleted.")
