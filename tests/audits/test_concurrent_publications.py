"""Ten editors publish at once: each gets an answer, and none is told that the database is locked."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse

from tests.audits.doors import form_data
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN

pytestmark = pytest.mark.gate


def test_ten_publications_at_once_all_get_an_answer(town):
    pages = [town.draft(f"Page {number}", CLEAN) for number in range(10)]
    wanted = [f"{CLEAN}<p>Version {number}.</p>" if number % 2 else f"{BAD}<p>{number}</p>" for number in range(10)]
    clients = [town.admin_client() for _ in pages]

    def publish(number: int) -> int:
        try:
            data = form_data(pages[number], wanted[number], **{"action-publish": "1"})
            address = reverse("wagtailadmin_pages:edit", args=[pages[number].pk])
            return clients[number].post(address, data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        statuses = list(pool.map(publish, range(10)))
    assert statuses == [302] * 10
    live = [PlainPage.objects.get(pk=page.pk).live for page in pages]
    assert live == [bool(number % 2) for number in range(10)]
    drafts = [PlainPage.objects.get(pk=page.pk).get_latest_revision_as_object() for page in pages]
    assert all(html in draft.body.render_as_block() for html, draft in zip(wanted, drafts, strict=True))
