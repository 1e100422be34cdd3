"""Reminding people of the pages that they are to read again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from home.models import ReviewReminder
from home.reviews.queries import DuePage, pages_to_remind_of
from services.accounts.models import User
from services.outbox.actions import post_mail


@dataclass(frozen=True)
class Reminded:
    """How many people were written to, of how many pages, and the pages that nobody is left to read again."""

    people: int
    pages: int
    of_nobody: list[DuePage]


@transaction.atomic
def remind_reviews() -> Reminded:
    """Write to whoever last changed the pages that are due, else to their owners: one mail each, once for a date."""
    due_by_person: dict[User, list[DuePage]] = defaultdict(list)
    of_nobody = []
    for due in pages_to_remind_of():
        person = _who_reads_again(due)
        if person is None:
            of_nobody.append(due)
        elif ReviewReminder.objects.get_or_create(page=due.page, review_on=due.review_on)[1]:
            due_by_person[person].append(due)
    for person, pages in due_by_person.items():
        _write_to(person, pages)
    return Reminded(len(due_by_person), sum(map(len, due_by_person.values())), of_nobody)


def _who_reads_again(due: DuePage) -> User | None:
    """The first of these people who may still edit the page and can be written to."""
    revision = due.page.latest_revision
    for person in (revision.user if revision else None, due.page.owner):
        if person and person.is_active and person.email and due.page.permissions_for_user(person).can_edit():
            return person
    return None


def _write_to(person: User, pages: Iterable[DuePage]) -> None:
    listed = [{"due": due, "address": _edit_address(due)} for due in pages]
    count = f"{len(listed)} pages" if len(listed) > 1 else "une page"
    post_mail(
        to=person.email,
        subject=f"Vous avez {count} à relire",
        text=render_to_string("home/mail/reviews_due.txt", {"person": person, "pages": listed}),
    )


def _edit_address(due: DuePage) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('wagtailadmin_pages:edit', args=[due.page.pk])}"
