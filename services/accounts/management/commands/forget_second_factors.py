from django.core.management.base import BaseCommand, CommandError

from services.accounts.actions import forget_second_factors
from services.accounts.models import User


class Command(BaseCommand):
    help = "Take the second factors off the account of somebody who has lost them, once you know that it is them."

    def add_arguments(self, parser):
        parser.add_argument("user", help="the name or the address of the account")

    def handle(self, *args, user: str, **options):
        found = User.objects.filter(username=user) or User.objects.filter(email__iexact=user)
        if len(found) != 1:
            raise CommandError(f"{len(found)} accounts have this name or this address.")
        self.stdout.write(f"{forget_second_factors(found[0])} second factors taken off; the person is told by mail.")
