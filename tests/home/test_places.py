"""Places that receive the public: what their pages say, today and in the eyes of the gate."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.blocks import StreamBlockValidationError

from audits.gate.rendering import as_if_live, rendered
from audits.templatetags.provenance import MARKING
from home import search
from home.blocks.special_days import SpecialDaysBlock
from home.clock import HELD_DAY, day_shown
from home.demo.blocks import paragraph
from home.models import LifeEvent, PlaceIndexPage, PlacePage, ServiceCataloguePage, ServicePage, Topic
from tests.home.bodies import faults_of_typography, messages_of, words_of
from tests.home.test_block_texts import blocks_within

ALL_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TODAY = date(2025, 12, 3)


def always(opens="08:30", closes="12:00", caption="Horaires de la halle") -> dict:
    ranges = [{"opens": opens, "closes": closes}]
    value = {"caption": caption, "openings": [{"days": ALL_DAYS, "ranges": ranges}], "note": ""}
    return {"type": "timetable", "value": value}


def closure(first: date, last: date | None = None, reason: str = "travaux") -> dict:
    value = {"first": first.isoformat(), "last": last.isoformat() if last else None, "reason": reason}
    return {"type": "closure", "value": value}


def special(first: date, last: date | None, *ranges: tuple[str, str]) -> dict:
    value = closure(first, last)["value"]
    return {
        "type": "special_hours",
        "value": {**value, "ranges": [{"opens": opens, "closes": closes} for opens, closes in ranges]},
    }


@pytest.fixture
def places(add_page):
    return add_page("Lieux", kind=PlaceIndexPage, slug="lieux", show_in_menus=True)


@pytest.fixture
def add_place(add_page, places):
    def add(title="Halle", **fields):
        values = {"address": "1 rue Haute\n99999 Essai", "hours": [always()], **fields}
        places.refresh_from_db()
        return add_page(title, kind=PlacePage, parent=places, **values)

    return add


@pytest.fixture
def today(monkeypatch):
    """The calendar of a visitor, which tests turn by hand."""
    calendar = {"day": TODAY}
    monkeypatch.setattr(timezone, "localdate", lambda *_: calendar["day"])
    return calendar


def main_of(client, page) -> BeautifulSoup:
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib").main


def test_a_place_says_where_it_is_and_how_to_reach_it(client, add_place):
    page = add_place(
        latitude="45.1885",
        longitude="-5.7245",
        phone="01 99 00 12 34",
        email="halle@essai.example",
        on_foot="Par la voie verte.",
        by_car="Parking de la gare.",
        wheelchair="partly",
        wheelchair_note="Une marche à l’entrée.",
    )
    main = main_of(client, page)
    assert main.h1.text == "Halle"
    assert words_of(main.address) == "1 rue Haute 99999 Essai"
    targets = {words_of(a): a["href"] for a in main.find_all("a")}
    assert targets["Halle\u00a0: voir le plan sur OpenStreetMap"].endswith("#map=18/45.1885/-5.7245")
    assert targets["01\u00a099\u00a000\u00a012\u00a034"] == "tel:0199001234"
    assert targets["halle@essai.example"] == "mailto:halle@essai.example"
    assert [dt.text for dt in main.select("dl dt")] == ["À pied ou à vélo", "En voiture"]
    assert "Accessible en fauteuil roulant\u00a0: en partie." in words_of(main)
    assert "Une marche à l’entrée." in words_of(main)
    assert main.find("caption").text == "Horaires de la halle"
    assert not main.find_all(["iframe", "img", "script"])


def test_a_place_shows_only_what_it_has(client, add_place):
    main = main_of(client, add_place(hours=[]))
    assert [h2.text for h2 in main.find_all("h2")] == ["Adresse et contact"]
    assert not main.select(".today, dl, table")


def test_the_page_says_whether_the_place_is_open_today(client, add_place, today):
    page = add_place(exceptions=[closure(TODAY + timedelta(days=1), TODAY + timedelta(days=3))])
    assert main_of(client, page).select_one(".today").text == "Ouvert aujourd’hui de 8\u00a0h\u00a030 à 12\u00a0h."
    today["day"] += timedelta(days=1)
    said = main_of(client, page).select_one(".today").text.replace("\u00a0", " ")
    assert said == "Fermé aujourd’hui (travaux). Prochaine ouverture : dimanche 7 décembre, de 8 h 30 à 12 h."
    assert faults_of_typography(main_of(client, page).select_one(".today").text) == []


def test_exceptions_are_told_until_they_are_over(client, add_place, today):
    page = add_place(
        exceptions=[
            closure(TODAY + timedelta(days=30), reason="congés"),
            special(TODAY, None, ("09:00", "10:00")),
            closure(TODAY - timedelta(days=9), TODAY - timedelta(days=1)),
        ]
    )

    def told():
        heading = main_of(client, page).find("h3", string="Fermetures et horaires particuliers")
        items = heading.find_next("ul").find_all("li") if heading else []
        return [item.text.replace("\u00a0", " ") for item in items]

    assert told() == [
        "Mercredi 3 décembre 2025 : ouvert de 9 h à 10 h (travaux).",
        "Vendredi 2 janvier 2026 : fermé (congés).",
    ]
    today["day"] = TODAY + timedelta(days=31)
    assert told() == []


def test_public_holidays_are_those_that_an_editor_entered(client, add_place, today):
    today["day"] = date(2025, 12, 25)
    page = add_place()
    assert main_of(client, page).select_one(".today").text.startswith("Ouvert aujourd’hui")


def elements(html: str) -> list:
    """The structure of a page without its texts."""
    soup = BeautifulSoup(html, "html5lib")
    return [(tag.name, sorted(tag.attrs)) for tag in soup.main.find_all(True)]


def test_the_gate_sees_one_day_and_every_exception_that_visitors_may_see(client, add_place, today):
    page = add_place(exceptions=[closure(date(2021, 5, 1)), closure(date(2030, 5, 1), date(2030, 5, 9))])
    judged = set()
    for day in (TODAY, date(2030, 5, 2), date(2031, 1, 1)):
        today["day"] = day
        judged.add(rendered(as_if_live(page)))
    (html,) = judged
    assert "1er\u00a0mai\u00a02021" in html and "9\u00a0mai\u00a02030" in html

    seen = elements(html)
    for day in (date(2021, 5, 1), date(2030, 5, 2), date(2031, 1, 1)):
        today["day"] = day
        shown = elements(client.get(page.url).content.decode())
        assert [tag for tag in shown if tag not in seen] == []
        assert shown.count(("p", ["class"])) == seen.count(("p", ["class"]))


def test_the_day_is_held_only_for_the_gate(today):
    request = RequestFactory().get("/")
    assert day_shown(request) == TODAY
    setattr(request, MARKING, True)
    assert day_shown(request) == HELD_DAY


def test_places_are_listed_with_their_hours_of_today(client, places, add_place, today):
    add_place("Halle")
    add_place("Piscine", exceptions=[closure(TODAY)])
    main = main_of(client, places)
    entries = {item.h2.text: item for item in main.select(".place-list > li")}
    assert list(entries) == ["Halle", "Piscine"]
    assert words_of(entries["Halle"].address) == "1 rue Haute, 99999 Essai"
    assert entries["Piscine"].select_one(".today").text.startswith("Fermé aujourd’hui (travaux).")
    assert entries["Halle"].find_all("a")[-1]["href"].startswith("https://www.openstreetmap.org/search?")


def test_no_place_yet_is_said(client, places):
    assert "Aucun lieu" in main_of(client, places).text


def test_listing_asks_no_more_for_more_places(client, places, add_place, django_assert_max_num_queries):
    add_place("Halle 0")
    client.get(places.url)
    with django_assert_max_num_queries(60) as few:
        client.get(places.url)
    for number in range(1, 6):
        add_place(f"Halle {number}")
    with django_assert_max_num_queries(len(few)):
        assert len(main_of(client, places).select(".place-list > li")) == 6


def test_a_place_names_the_procedures_done_there(client, add_page, add_place):
    page = add_place()
    catalogue = add_page("Démarches", kind=ServiceCataloguePage, slug="demarches")
    sheet = add_page("Demander un acte", kind=ServicePage, parent=catalogue, counter=page)
    link = main_of(client, page).find("a", string="Demander un acte")
    assert link["href"] == sheet.url


def test_search_and_site_map_find_places(client, add_place):
    page = add_place(by_bus="Ligne 3, arrêt Écluse.", wheelchair_note="Rampe côté jardin.")
    said = search.text_of(page)
    for words in ("1 rue Haute", "arrêt Écluse", "Rampe côté jardin", "Horaires de la halle"):
        assert words in said
    site_map = BeautifulSoup(client.get("/plan-du-site/").content, "html5lib").main
    assert site_map.find("a", string="Halle")["href"] == page.url


def problems_of(**fields) -> dict[str, str]:
    page = PlacePage(**{"title": "Halle", "address": "1 rue Haute", **fields})
    try:
        page.clean()
    except ValidationError as error:
        return {name: messages[0] for name, messages in error.message_dict.items()}
    return {}


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"latitude": 45}, "longitude"),
        ({"longitude": 5}, "latitude"),
        ({"wheelchair": "no"}, "wheelchair_note"),
        ({"wheelchair": "partly", "wheelchair_note": " "}, "wheelchair_note"),
    ],
)
def test_a_place_refuses_half_answers(db, fields, refused):
    problems = problems_of(**fields)
    assert list(problems) == [refused]
    assert not faults_of_typography(problems[refused])


def test_a_place_accepts_whole_answers(db):
    assert problems_of(latitude=45, longitude=5, wheelchair="no", wheelchair_note="Dix marches.") == {}
    assert problems_of(wheelchair="yes") == {}


EXCEPTIONS = SpecialDaysBlock()


def refused_exceptions(*blocks: dict) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        EXCEPTIONS.clean(EXCEPTIONS.to_python([*blocks]))
    return dict(messages_of(caught.value))


def test_exceptions_refuse_days_that_contradict_each_other():
    assert list(refused_exceptions(closure(TODAY, TODAY - timedelta(days=1)))) == ["0.last"]
    assert list(refused_exceptions(special(TODAY, None, ("10:00", "09:00")))) == ["0.ranges.0.closes"]
    overlap = refused_exceptions(special(TODAY, None, ("09:00", "12:00"), ("11:00", "13:00")))
    assert list(overlap) == ["0.ranges.1.opens"]
    twice = refused_exceptions(closure(TODAY, TODAY), special(TODAY, None, ("09:00", "10:00")))
    assert list(twice) == ["1.first"]
    assert not faults_of_typography(twice["1.first"])


def test_exceptions_accept_a_short_one_inside_a_long_one():
    EXCEPTIONS.clean(
        EXCEPTIONS.to_python([closure(TODAY, TODAY + timedelta(days=9)), special(TODAY, None, ("09:00", "10:00"))])
    )


def test_unfinished_exceptions_break_no_page(client, add_place, today):
    unfinished = {"type": "closure", "value": {"first": None, "last": None, "reason": ""}}
    without_hours = special(TODAY, None)
    page = add_place(exceptions=[unfinished, without_hours])
    assert main_of(client, page).select_one(".today").text.startswith("Ouvert aujourd’hui")
    with pytest.raises(StreamBlockValidationError):
        EXCEPTIONS.clean(EXCEPTIONS.to_python([unfinished]))


def test_a_place_as_structured_data(add_place):
    page = add_place(
        introduction="Le marché couvert.",
        latitude="45.5",
        longitude="5.25",
        phone="01 99 00 12 34",
        hours=[always("20:00", "00:00")],
        exceptions=[closure(TODAY, TODAY + timedelta(days=1)), special(TODAY, None, ("09:00", "10:00"))],
    )
    data = page.structured_data()
    assert (data["@context"], data["@type"], data["name"]) == ("https://schema.org", "CivicStructure", "Halle")
    assert data["url"] == page.full_url
    assert data["address"] == {"@type": "PostalAddress", "streetAddress": "1 rue Haute, 99999 Essai"}
    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": 45.5, "longitude": 5.25}
    assert data["telephone"] == "0199001234"
    assert "email" not in data
    assert len(data["openingHoursSpecification"]) == 7
    assert data["openingHoursSpecification"][0] == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": "https://schema.org/Monday",
        "opens": "20:00",
        "closes": "23:59",
    }
    assert data["specialOpeningHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": "2025-12-03",
            "validThrough": "2025-12-04",
        },
        {
            "@type": "OpeningHoursSpecification",
            "opens": "09:00",
            "closes": "10:00",
            "validFrom": "2025-12-03",
            "validThrough": "2025-12-03",
        },
    ]


def test_a_place_of_few_words_makes_few_data(add_place):
    data = add_place(hours=[], body=[paragraph("<p>Bonjour.</p>")]).structured_data()
    assert set(data) == {"@context", "@type", "name", "url", "address", "hasMap"}


def test_editors_get_every_field(admin_client, places):
    page = admin_client.get(reverse("wagtailadmin_pages:add", args=("home", "placepage", places.pk)))
    form = BeautifulSoup(page.content, "html5lib")
    for name in ("address", "latitude", "phone", "wheelchair", "by_bus"):
        assert form.select_one(f"[name={name}]"), name
    offered = str(form)
    assert all(kind in offered for kind in ("timetable", "closure", "special_hours"))


@pytest.mark.parametrize("model", [PlacePage, PlaceIndexPage, ServicePage, ServiceCataloguePage, LifeEvent, Topic])
def test_what_editors_read_is_in_good_french(model):
    texts = [model._meta.verbose_name, model._meta.verbose_name_plural]
    for field in model._meta.get_fields():
        if field.model is model and hasattr(field, "help_text"):
            texts += [field.verbose_name, field.help_text]
    assert {text: faults_of_typography(str(text)) for text in texts if faults_of_typography(str(text))} == {}


def test_exceptions_have_labels_in_good_french():
    blocks = [(path, block) for path, block in blocks_within(EXCEPTIONS, "") if path and not path.endswith("item")]
    assert [path for path, block in blocks if not block.meta.label] == []
    texts = [str(getattr(block.meta, name, "") or "") for _, block in blocks for name in ("label", "description")]
    texts += [str(getattr(getattr(block, "field", None), "help_text", "")) for _, block in blocks]
    assert [text for text in texts if faults_of_typography(text)] == []
