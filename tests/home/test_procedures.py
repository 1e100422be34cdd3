"""The sheet of a procedure: what it shows, in which order, and what it refuses of an editor."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from audits.gate.rendering import as_if_live, rendered
from home import search
from home.demo.blocks import heading
from home.models import LifeEvent, PlaceIndexPage, PlacePage, ServiceCataloguePage, ServicePage, Topic
from tests.home.bodies import faults_of_typography, words_of

ADDRESS = "https://demarches.essai.example/acte"
BUTTON = {"online_text": "Demander un acte en ligne", "online_address": ADDRESS}


@pytest.fixture
def catalogue(add_page):
    return add_page("Les démarches", kind=ServiceCataloguePage, slug="demarches")


@pytest.fixture
def add_sheet(add_page, catalogue):
    def add(title="Demander un acte", **fields):
        catalogue.refresh_from_db()
        return add_page(title, kind=ServicePage, parent=catalogue, **fields)

    return add


@pytest.fixture
def place(add_page):
    places = add_page("Lieux", kind=PlaceIndexPage, slug="lieux")
    return add_page("Hôtel de ville", kind=PlacePage, parent=places, address="1 rue Haute\n99999 Essai")


def law(text="Code civil", address="https://lois.example/code") -> dict:
    return {"type": "link", "value": {"text": text, "address": address}}


@pytest.fixture
def full(add_sheet, place):
    other = add_sheet("Conclure un PACS")
    return add_sheet(
        introduction="Une copie ou un extrait.",
        topics=[Topic.objects.create(name="État civil")],
        life_events=[LifeEvent.objects.create(name="J’attends un enfant")],
        audience="<p>Toute personne née à Essai.</p>",
        to_bring="Une pièce d’identité\n\n Le livret de famille ",
        is_free=True,
        delay="Cinq jours ouvrés",
        counter=place,
        counter_note="Sans rendez-vous.",
        phone="01 99 00 12 41",
        phone_note="Le matin.",
        postal_address="Mairie\n99999 Essai",
        body=[heading("Bon à savoir")],
        laws=[law()],
        related=[{"type": "page", "value": page.pk} for page in (other, place)],
        **BUTTON,
    )


def main_of(client, page) -> BeautifulSoup:
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib").main


def test_sections_are_in_a_constant_order(client, full):
    main = main_of(client, full)
    assert [title.text for title in main.find_all(["h1", "h2", "h3"])] == [
        "Demander un acte",
        "Qui peut faire la démarche",
        "Les pièces à fournir",
        "Comment faire",
        "En ligne",
        "Au guichet",
        "Par téléphone",
        "Par courrier",
        "Bon à savoir",
        "Les textes de référence",
        "À voir aussi",
    ]


def test_summary_says_the_essential(client, full):
    summary = main_of(client, full).find("dl")
    terms = {words_of(dt): words_of(dt.find_next("dd")) for dt in summary.find_all("dt")}
    assert terms == {
        "Coût": "Gratuit",
        "Délai": "Cinq jours ouvrés",
        "Comment faire": "En ligne, au guichet, par téléphone et par courrier",
    }


def test_button_is_a_link_at_the_top_and_at_the_bottom(client, full):
    main = main_of(client, full)
    buttons = main.select("a.button")
    assert {(button.text, button["href"]) for button in buttons} == {(BUTTON["online_text"], ADDRESS)}
    first_section = main.find("h2")
    assert [button.find_next("h2") is first_section for button in buttons] == [True, False]
    assert buttons[-1].find_next("h2") is None or buttons[-1].find_next("h2").find_parent("main") is None


def test_each_way_leads_somewhere(client, full, place):
    main = main_of(client, full)
    assert main.find("a", string="Hôtel de ville\u00a0: horaires et accès")["href"] == place.url
    assert main.find("a", href="tel:0199001241").text == "01\u00a099\u00a000\u00a012\u00a041"
    assert [words_of(address) for address in main.find_all("address")] == [
        "1 rue Haute, 99999 Essai",
        "Mairie 99999 Essai",
    ]
    pieces = main.find("h2", string="Les pièces à fournir").find_next("ul")
    assert [item.text for item in pieces.find_all("li")] == ["Une pièce d’identité", "Le livret de famille"]
    assert main.find("a", string="Code civil")["href"] == "https://lois.example/code"
    related = main.find("h2", string="À voir aussi").find_next("ul")
    assert [link.text for link in related.find_all("a")] == ["Conclure un PACS", "Hôtel de ville"]


def test_sheet_shows_only_what_is_filled(client, add_sheet):
    main = main_of(client, add_sheet(phone="3939", cost="25\u00a0€"))
    assert [title.text for title in main.find_all(["h2", "h3"])] == ["Comment faire", "Par téléphone"]
    assert [words_of(value) for value in main.find_all("dd")] == ["25\u00a0€", "Par téléphone"]
    assert not main.select(".button")


def test_empty_sheet_has_no_empty_part(client, add_sheet):
    main = main_of(client, add_sheet())
    assert not main.find_all(["h2", "h3", "dl", "ul", "address"])


def test_pages_that_are_not_online_are_not_shown(client, full, place):
    Page.objects.filter(pk=place.pk).update(live=False)
    main = main_of(client, full)
    assert "Hôtel de ville" not in main.text
    assert "Au guichet" not in main.text
    assert words_of(main.find_all("dd")[-1]) == "En ligne, par téléphone et par courrier"


def test_related_pages_are_read_at_once(client, add_sheet, django_assert_max_num_queries):
    others = [add_sheet(f"Démarche {number}") for number in range(8)]
    few, many = (
        add_sheet(f"Fiche {len(pages)}", related=[{"type": "page", "value": page.pk} for page in pages])
        for pages in (others[:1], others)
    )
    client.get(few.url)
    with django_assert_max_num_queries(60) as counted:
        client.get(few.url)
    with django_assert_max_num_queries(len(counted)):
        client.get(many.url)


def test_each_field_bears_its_mark_for_the_gate(full):
    html = rendered(as_if_live(full))
    for field in "introduction audience to_bring cost delay online_text counter_note phone phone_note".split():
        assert f"<!--parvis {field}-->" in html, field
    assert f"<!--parvis laws.{full.laws[0].id}-->" in html
    assert html.count("<!--parvis ") == html.count("<!--/parvis-->")


def problems_of(**fields) -> dict[str, str]:
    sheet = ServicePage(**{"title": "Demander un acte", **fields})
    try:
        sheet.clean_fields(exclude={"slug", "path", "depth", "content_type", "draft_title", "url_path", "locale"})
        sheet.clean()
    except ValidationError as error:
        return {name: messages[0] for name, messages in error.message_dict.items()}
    return {}


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({}, "online_address"),
        ({"postal_address": " \n"}, "online_address"),
        ({"online_text": "Demander un acte", "phone": "3939"}, "online_address"),
        ({"online_address": ADDRESS, "phone": "3939"}, "online_text"),
        ({**BUTTON, "online_address": "mailto:mairie@essai.example"}, "online_address"),
        ({**BUTTON, "online_address": "mairie@essai.example"}, "online_address"),
        ({**BUTTON, "online_address": "ftp://essai.example/acte"}, "online_address"),
        ({**BUTTON, "online_address": "javascript:alert(1)"}, "online_address"),
        ({**BUTTON, "online_address": "demarches.essai.example"}, "online_address"),
        ({"phone": "l’accueil"}, "phone"),
        ({**BUTTON, "is_free": True, "cost": "25\u00a0€"}, "cost"),
    ],
)
def test_sheet_refuses_what_leads_nowhere(db, fields, refused):
    problems = problems_of(**fields)
    assert list(problems) == [refused]
    assert not faults_of_typography(problems[refused])


@pytest.mark.parametrize(
    "fields",
    [
        BUTTON,
        {**BUTTON, "online_address": "http://essai.example/"},
        {"phone": "3939"},
        {"postal_address": "Mairie\n99999 Essai"},
    ],
)
def test_one_way_is_enough(db, fields):
    assert problems_of(**fields) == {}


def test_a_counter_is_a_way(place):
    assert problems_of(counter=place) == {}


def posted(**fields) -> dict:
    """What the editor sends, with empty streams."""
    streams = {f"{name}-count": "0" for name in ("body", "laws", "related")}
    comments = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    audience = '{"blocks": [], "entityMap": {}}'
    return {"title": "Demander un acte", "slug": "acte", "audience": audience, **streams, **comments, **fields}


def test_a_draft_may_be_kept_unfinished_and_says_at_publication_what_it_lacks(admin_client, catalogue):
    address = reverse("wagtailadmin_pages:add", args=("home", "servicepage", catalogue.pk))
    assert admin_client.get(address).status_code == 200
    refused = admin_client.post(address, posted(**{"action-publish": "1"}))
    assert "Dites au moins une façon de faire la démarche" in refused.content.decode()
    assert not ServicePage.objects.exists()
    assert admin_client.post(address, posted()).status_code == 302
    assert not ServicePage.objects.get().live


def test_search_and_site_map_find_sheets(client, full):
    said = search.text_of(full)
    for words in ("née à Essai", "livret de famille", "Cinq jours", "Sans rendez-vous", "Code civil", "État civil"):
        assert words in said
    assert "J’attends un enfant" in said
    site_map = BeautifulSoup(client.get("/plan-du-site/").content, "html5lib").main
    assert site_map.find("a", string="Demander un acte")["href"] == full.url


def test_sheets_stay_in_a_catalogue(home, catalogue):
    assert ServicePage.can_create_at(catalogue)
    assert not ServicePage.can_create_at(home)
    assert ServiceCataloguePage.can_create_at(home)


def test_sheet_as_structured_data(full, place):
    data = full.structured_data()
    assert (data["@context"], data["@type"], data["name"]) == (
        "https://schema.org",
        "GovernmentService",
        "Demander un acte",
    )
    assert data["description"] == "Une copie ou un extrait."
    assert data["url"] == full.full_url
    assert data["serviceOperator"] == {"@type": "GovernmentOrganization", "name": "Ville d’essai"}
    assert data["audience"] == {"@type": "Audience", "audienceType": "Toute personne née à Essai."}
    assert data["category"] == ["État civil"]
    assert data["offers"] == {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
    online, counter, phone, post = data["availableChannel"]
    assert online == {"@type": "ServiceChannel", "name": BUTTON["online_text"], "serviceUrl": ADDRESS}
    assert counter["serviceLocation"] == {
        "@type": "Place",
        "name": "Hôtel de ville",
        "url": place.full_url,
        "address": {"@type": "PostalAddress", "streetAddress": "1 rue Haute, 99999 Essai"},
    }
    assert phone["servicePhone"] == {"@type": "ContactPoint", "telephone": "0199001241"}
    assert post["servicePostalAddress"] == {"@type": "PostalAddress", "streetAddress": "Mairie, 99999 Essai"}


def test_sheet_of_few_words_makes_few_data(add_sheet):
    data = add_sheet(phone="3939", cost="25\u00a0€").structured_data()
    assert set(data) == {"@context", "@type", "name", "url", "serviceOperator", "availableChannel"}
