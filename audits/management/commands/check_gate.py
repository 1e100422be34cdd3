from django.core.management.base import BaseCommand

from audits.health.queries import health


class Command(BaseCommand):
    help = "Say whether what the gate needs is at work, and how to mend what is not; exit status 1 if something is not."

    def handle(self, *args, **options) -> None:
        results = health()
        for result in results:
            self.stdout.write(f"{'bien   ' if result.is_well else 'À FAIRE'}  {result.name} : {result.said}")
            if not result.is_well:
                self.stdout.write(f"         → {result.remedy}")
        if not all(result.is_well for result in results):
            raise SystemExit(1)
