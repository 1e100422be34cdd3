from django.core.management.base import BaseCommand

from services.eservices.forgetting import forget_old


class Command(BaseCommand):
    help = "Delete drafts left for a month and requests kept as long as their démarche says; for a timer, every night."

    def handle(self, *args, **options):
        drafts, requests = forget_old()
        self.stdout.write(f"{drafts} drafts and {requests} requests deleted.")
