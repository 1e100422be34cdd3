from django.core.management.base import BaseCommand

from audits.decisions.reporting import report_decisions


class Command(BaseCommand):
    help = (
        "Write to the accessibility officer of let-throughs that end soon and of urgent publications that are not "
        "mended; for a timer, every morning."
    )

    def handle(self, *args, **options):
        ends, urgent = report_decisions()
        self.stdout.write(f"{ends} ends and {urgent} urgent publications were reported.")
