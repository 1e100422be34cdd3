from django.core.management.base import BaseCommand

from home.reviews.actions import remind_reviews


class Command(BaseCommand):
    help = "Remind people of the pages that they are to read again; for a timer, every morning."

    def handle(self, *args, **options):
        reminded = remind_reviews()
        self.stdout.write(f"{reminded.people} reminded of {reminded.pages} pages.")
        for due in reminded.of_nobody:
            self.stderr.write(f"Nobody to remind of page {due.page.pk}, {due.page.title}.")
