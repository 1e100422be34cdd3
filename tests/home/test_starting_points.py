"""Structures that a new page starts from: offered, filled in, and never published half written."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.blocks import BodyBlock
from home.models import StandardPage
from home.starting_points import STARTING_POINTS
from tests.home.bodies import faults_of_typography

BODY = BodyBlock()


@pytest.fixture
def address(home) -> str:
    return reverse("wagtailadmin_pages:add", args=("home", "standardpage", home.pk))


def body_of(response) -> list[str]:
    """The blocks that the form shows first."""
    return [child.block_type for child in response.context["form"]["body"].value()]


def offered(response) -> dict[str, str]:
    page = BeautifulSoup(response.content, "html5lib")
    return {link.text: link["href"] for link in page.select(".starting-points a")}


def test_structures_are_offered_and_the_page_is_empty_at_first(admin_client, address):
    response = admin_client.get(address)
    assert body_of(response) == []
    links = offered(response)
    assert list(links) == ["Page vide", *(point.label for point in STARTING_POINTS)]
    assert links["Démarche pas à pas"] == "?modele=demarche"


@pytest.mark.parametrize("point", STARTING_POINTS, ids=lambda point: point.slug)
def test_a_structure_fills_the_body(admin_client, address, point):
    response = admin_client.get(f"{address}?modele={point.slug}&next=/admin/")
    assert body_of(response) == [block["type"] for block in point.blocks]
    assert response.context["form"]["title"].value() in ("", None)
    links = offered(response)
    assert links["Page vide"] == "?next=%2Fadmin%2F"
    assert all("next=" in link for link in links.values())


def test_an_unknown_structure_is_an_empty_page(admin_client, address):
    assert body_of(admin_client.get(f"{address}?modele=autre")) == []


@pytest.mark.parametrize("point", STARTING_POINTS, ids=lambda point: point.slug)
def test_nothing_of_a_structure_is_publishable_unwritten(point):
    """Each block but the headings that say what comes under them asks for what is missing."""
    stream = BODY.to_python(point.body())
    with pytest.raises(ValidationError) as refused:
        BODY.clean(stream)
    written = {place for place, block in enumerate(stream) if block.block_type == "heading" and block.value["text"]}
    assert set(refused.value.block_errors) == set(range(len(stream))) - written


@pytest.mark.parametrize("point", STARTING_POINTS, ids=lambda point: point.slug)
def test_texts_follow_french_typography(point):
    texts = [
        point.label,
        point.description,
        *(block["value"]["text"] for block in point.blocks if block["type"] == "heading"),
    ]
    assert [fault for text in texts for fault in faults_of_typography(text)] == []


def test_a_draft_is_saved_and_publishing_asks_for_the_rest(admin_client, address, home):
    typed = nested_form_data(
        {
            "title": "Obtenir un acte",
            "slug": "acte",
            "introduction": "",
            "body": streamfield([("heading", {"text": "Qui est concerné", "level": "2"}), ("paragraph", "null")]),
            "related_pages": streamfield([]),
        }
    )
    refused = admin_client.post(f"{address}?modele=demarche", {**typed, "action-publish": "1"})
    assert refused.status_code == 200
    assert set(refused.context["form"].errors) == {"body"}
    assert not StandardPage.objects.exists()
    saved = admin_client.post(f"{address}?modele=demarche", typed)
    assert saved.status_code == 302
    page = StandardPage.objects.get()
    assert not page.live
    assert [child.block_type for child in page.get_latest_revision_as_object().body] == ["heading", "paragraph"]


def test_a_page_that_exists_is_offered_no_structure(admin_client, add_page):
    page = add_page("Marchés")
    edit = admin_client.get(f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?modele=demarche")
    assert body_of(edit) == []
    assert "Partir d’une structure" not in edit.content.decode()
