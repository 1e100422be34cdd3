"""Each defect that an editor can leave in a body is mended where its refusal is read, and the page goes online."""

import json
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file_jpeg

from audits.admin.mending.mend import mends
from audits.models import Refusal
from home.models import HomePage, StandardPage
from tests.home.test_start_town import empty_site

__all__ = ["empty_site"]

pytestmark = [pytest.mark.xdist_group("gate")]

ENGLISH = (
    "<p>The museum is open every day except Monday. Admission is free for everyone and guided tours start at ten "
    "in the morning.</p>"
)
FRENCH = "<p>Le musée est ouvert tous les jours sauf le lundi.</p>"


def block(kind: str, value) -> dict:
    """A block as the database has it."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def figure(image, alternative: str) -> dict:
    return {"image": {"image": image.pk, "alt_text": alternative, "decorative": False}, "caption": ""}


def body_with_every_defect(image) -> list[dict]:
    cells = {"data": [["Jour", "Heure"], ["Mardi", "14 h"]], "table_header_choice": "row"}
    headers = {"first_row_is_table_header": True, "first_col_is_header": False}
    hours = [{"days": ["monday"], "ranges": [{"opens": "10:00", "closes": "12:00"}]}]
    return [
        block("figure", figure(image, "IMG_1234.jpg")),
        block("gallery", {"pictures": [figure(image, "..."), figure(image, "La place"), figure(image, "...")]}),
        block("heading", {"text": "...", "level": "2"}),
        block("paragraph", FRENCH + ENGLISH + FRENCH),
        block("quotation", {"text": ENGLISH, "author": "Claire", "language": "de"}),
        block("paragraph", '<p>Les statuts\u00a0: <a href="https://a.example/"> </a></p>'),
        block("table", {**cells, **headers, "table_caption": "..."}),
        block("timetable", {"caption": "...", "openings": hours, "note": ""}),
        block("paragraph", "<p>• <b>pain</b> frais</p><p>• fruits de saison</p><p>Le samedi.</p>"),
        block("paragraph", "<p>Le marché est là.<br/><br/>Il ouvre à huit heures.</p>"),
    ]


ANSWERS = {
    "alternative": "La place un jour de marché",
    "heading": "Le musée",
    "language": "en",
    "text": "Lire les statuts de l’association",
    "caption": "Heures d’ouverture",
    "make_list": "on",
    "make_paragraphs": "on",
}


@pytest.fixture
def refused(empty_site, admin_client) -> Refusal:
    """The refusal of a page that has every defect, as the editor meets it."""
    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    image = get_image_model().objects.create(title="IMG_1234.jpg", file=get_test_image_file_jpeg())
    page = StandardPage(title="Musée", slug="musee", live=False, body=json.dumps(body_with_every_defect(image)))
    HomePage.objects.get().add_child(instance=page)
    page.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin_client.post(f"{bulk}?id={page.pk}", {"include_descendants": ""})
    return page.refusals.get()


def test_every_defect_is_mended_from_the_refusal_and_published(refused, admin_client, client):
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[refused.page_id]), {"refus": refused.pk})
    panel = editor.context["refusal"]
    forms = [defect.form for defect in panel["defects"]]
    assert None not in forms
    assert {type(form) for form in forms} == {mend.form for mend in mends()}

    answers = {field.html_name: ANSWERS[field.name] for form in forms for field in form if field.name in ANSWERS}
    data = {"version": panel["version"], "publish": "1", **answers}
    response = admin_client.post(panel["address"], data, follow=True)
    page = StandardPage.objects.get(pk=refused.page_id)
    assert page.live, response.context["refusal"]["trouble"]

    html = client.get(page.url).content.decode()
    assert html.count('alt="La place un jour de marché"') == 3
    assert html.count('alt="La place"') == 1
    assert '<a href="https://a.example/">Lire les statuts de l’association</a>' in html
    kinds = [child.block_type for child in page.body]
    assert kinds[3:6] == ["paragraph", "foreign_text", "paragraph"]
    assert page.body[4].value["language"] == "en"
    assert "<ul><li><b>pain</b> frais</li><li>fruits de saison</li></ul><p>Le samedi.</p>" in html
    assert "<p>Le marché est là.</p><p>Il ouvre à huit heures.</p>" in html
