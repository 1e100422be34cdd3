"""Contacts, places and opening hours."""

import pytest

from tests.home.bodies import BODY, accepted, faults_of_typography, refused, rendered, words_of

CONTACT = {"name": "", "level": "3", "role": "", "phone": "", "email": "", "address": "", "hours": ""}
PLACE = {"name": "Halle", "level": "3", "address": "1 rue Haute\n99999 Essai", "access": ""}


def test_contact_card_has_links_to_call_and_to_write():
    html = rendered(
        "contact",
        {
            **CONTACT,
            "name": "Ana Costa",
            "level": "4",
            "role": "Accueil",
            "phone": "+33 1 99 00 12 34",
            "email": "accueil@essai.example",
            "address": "1 rue Haute\n\n99999 Essai",
            "hours": "Lundi, 9\u00a0h\nMardi, 10\u00a0h",
        },
    )
    assert html.find("h4").text == "Ana Costa"
    call, write = html.find_all("a")
    assert call["href"] == "tel:+33199001234"
    assert call.text == "+33\u00a01\u00a099\u00a000\u00a012\u00a034"
    assert write["href"] == "mailto:accueil@essai.example"
    assert words_of(html.find("address")) == "1 rue Haute, 99999 Essai"
    assert words_of(html.find_all("li")[-1]) == "Horaires\u00a0: Lundi, 9\u00a0h\u00a0; Mardi, 10\u00a0h"


def test_contact_card_shows_only_what_it_has():
    html = rendered("contact", {**CONTACT, "email": "accueil@essai.example"})
    assert len(html.find_all("li")) == 1
    assert not html.find(["h2", "h3", "h4"])


@pytest.mark.parametrize("way", [{"phone": "3939"}, {"email": "a@essai.example"}, {"address": "1 rue Haute"}])
def test_contact_card_needs_one_way_to_reach(way):
    accepted("contact", {**CONTACT, **way})
    messages = refused("contact", {**CONTACT, "name": "Ana", "hours": "Lundi", "address": " "})
    assert set(messages) == {"phone"}
    assert not faults_of_typography(messages["phone"])


@pytest.mark.parametrize("phone", ["01 99 00 12 34 ou 35", "+33 (0)1 99 00 12 34", "accueil", "01 99  00", "1"])
def test_contact_card_refuses_what_no_telephone_dials(phone):
    assert set(refused("contact", {**CONTACT, "phone": phone})) == {"phone"}


@pytest.mark.parametrize("phone", ["01 99 00 12 34", "01.99.00.12.34", "0199001234", "3939", "15", "+33 1 99 00 12 34"])
def test_contact_card_accepts_telephone_numbers(phone):
    accepted("contact", {**CONTACT, "phone": phone})


def test_place_links_to_a_map_without_asking_it_anything():
    html = rendered("place", PLACE)
    link = html.find("a")
    assert link["href"] == "https://www.openstreetmap.org/search?query=1+rue+Haute%2C+99999+Essai"
    assert link.text == "Halle\u00a0: voir le plan sur OpenStreetMap"
    assert not html.find_all(["iframe", "img", "script", "object"])


def test_place_opens_the_map_at_its_point():
    html = rendered("place", {**PLACE, "latitude": "45.1885", "longitude": "-5.7245"})
    assert html.find("a")["href"] == ("https://www.openstreetmap.org/?mlat=45.1885&mlon=-5.7245#map=18/45.1885/-5.7245")


@pytest.mark.parametrize(("given", "missing"), [("latitude", "longitude"), ("longitude", "latitude")])
def test_place_wants_both_coordinates(given, missing):
    assert set(refused("place", {**PLACE, given: "45.1"})) == {missing}
    assert set(refused("place", {**PLACE, "latitude": "91", "longitude": "2"})) == {"latitude"}


def hours(*openings: tuple[list[str], list[tuple[str, str]]]) -> dict:
    return {
        "caption": "Horaires de la halle",
        "note": "",
        "openings": [
            {"days": days, "ranges": [{"opens": opens, "closes": closes} for opens, closes in ranges]}
            for days, ranges in openings
        ],
    }


def test_timetable_is_a_table_with_a_caption_and_headers():
    html = rendered(
        "timetable",
        hours(
            (["saturday", "monday"], [("13:30", "17:00"), ("08:30", "12:00")]),
            (["friday"], [("20:00", "00:00")]),
        ),
    )
    assert html.find("caption").text == "Horaires de la halle"
    assert [cell.text for cell in html.select("th[scope=col]")] == ["Jour", "Horaires"]
    rows = {row.find("th", scope="row").text: row.find("td").text for row in html.select("tbody tr")}
    assert list(rows) == ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]
    assert rows["Lundi"] == rows["Samedi"] == "De 8\u00a0h\u00a030 à 12\u00a0h et de 13\u00a0h\u00a030 à 17\u00a0h"
    assert rows["Vendredi"] == "De 20\u00a0h à minuit"
    assert rows["Dimanche"] == "Fermé"


@pytest.mark.parametrize(
    ("openings", "field"),
    [
        ([(["monday"], [("12:00", "09:00")])], "openings.0.ranges.0.closes"),
        ([(["monday"], [("09:00", "09:00")])], "openings.0.ranges.0.closes"),
        ([(["monday"], [("14:00", "18:00"), ("09:00", "15:00")])], "openings.0.ranges.0.opens"),
        ([(["monday"], [("20:00", "00:00"), ("22:00", "23:00")])], "openings.0.ranges.1.opens"),
        ([(["monday"], [("09:00", "12:00")]), (["monday", "friday"], [("14:00", "18:00")])], "openings.1.days"),
        ([([], [("09:00", "12:00")])], "openings.0.days"),
    ],
    ids=["ends-before", "empty", "overlaps", "after-midnight", "day-twice", "no-day"],
)
def test_timetable_refuses_impossible_hours_where_they_are(openings, field):
    messages = refused("timetable", hours(*openings))
    assert list(messages) == [field]
    assert not faults_of_typography(messages[field])


def test_timetable_accepts_ranges_that_touch():
    accepted("timetable", hours((["monday"], [("09:00", "12:00"), ("12:00", "18:00")])))


@pytest.mark.parametrize("kind", ["contact", "timetable", "quotation", "video", "audio", "place", "embedded_content"])
def test_a_draft_may_be_kept_unfinished(kind):
    block = BODY.child_blocks[kind]
    block.defer_required_validation()
    try:
        block.clean(block.get_default())
    finally:
        block.restore_deferred_validation()
