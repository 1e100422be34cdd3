"""What the editor reads after a refusal."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from tests.audits.doors import form_data
from tests.audits.town import BAD, CLEAN

pytestmark = pytest.mark.gate


@pytest.fixture
def refused(town):
    page = town.draft("Page", CLEAN)
    client = town.admin_client()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(address, form_data(page, BAD, **{"action-publish": "1"}), follow=True)
    return page, response


def test_editor_gets_the_page_back_with_what_was_typed_and_the_defect_on_its_block(refused):
    page, response = refused
    html = response.content.decode()
    assert response.status_code == 200
    assert "La page n’a pas été publiée" in html
    assert "RGAA, test 1.1.1" in html
    assert "#:w:contentpath=body.0000-0" in html
    form = response.context["form"]
    errors = form.errors["body"].as_data()[0]
    assert errors.block_errors.keys() == {0}
    assert BAD in form.instance.body.render_as_block()


def test_refusal_is_in_the_history(refused, town):
    page, _ = refused
    entry = PageLogEntry.objects.get(page=page.pk, action="audits.refuse")
    assert entry.user == town.admin
    assert entry.data["count"] == 1
    history = town.admin_client().get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Publication refusée" in history


def test_corrected_page_is_published(refused, town):
    page, _ = refused
    data = form_data(page, BAD.replace("<img", '<img alt="La façade"'), **{"action-publish": "1"})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()
    assert page.live


def test_defect_of_the_theme_does_not_stop_the_editor(town, settings):
    settings.TEMPLATES = [
        {
            **settings.TEMPLATES[0],
            "OPTIONS": {
                **settings.TEMPLATES[0]["OPTIONS"],
                "context_processors": [
                    *settings.TEMPLATES[0]["OPTIONS"]["context_processors"],
                    "tests.audits.test_refusal_views.broken_theme",
                ],
            },
        }
    ]
    page = town.draft("Page", CLEAN)
    data = form_data(page, f"{CLEAN}<p>Autre.</p>", **{"action-publish": "1"})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()
    assert page.live


def broken_theme(request):
    """A theme whose logo has no alternative."""
    return {"theme_image": True}


def test_content_cannot_pass_for_the_theme_by_closing_its_mark(town):
    page = town.draft("Page", CLEAN)
    html = f"<!--/parvis--><!--/parvis-->{BAD}"
    data = form_data(page, html, **{"action-publish": "1"})
    town.admin_client().post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()
    assert not page.live
