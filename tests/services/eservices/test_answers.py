"""What people type: taken as they mean it, refused with what to mend, kept and shown as it was taken."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.eservices.answers.checking import Offered, check
from services.eservices.answers.errors import Mistake
from services.eservices.answers.fields import names
from services.eservices.answers.reading import read
from services.eservices.answers.showing import NO_ANSWER, lines
from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Option, Question
from services.eservices.definition.parsing import parse
from services.eservices.definition.visible import visible
from tests.services.eservices.definitions import TYPED, definitions

TODAY = Offered(date(2026, 3, 15))


def taken(kind: str, typed, **more):
    """The value of an answer; typed is a text, or the fields by the end of their names."""
    question = Question("q", Kind(kind), "Question", **more)
    raw = {f"q-{name}": value for name, value in typed.items()} if isinstance(typed, dict) else {"q": typed}
    return check(question, raw, TODAY)


def refused(kind: str, typed, **more) -> dict[str, str]:
    with pytest.raises(Mistake) as caught:
        taken(kind, typed, **more)
    return caught.value.messages


def day(*parts: str) -> dict[str, str]:
    return dict(zip(("day", "month", "year"), parts, strict=True))


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("short_text", "  Awa \t Diallo ", "Awa Diallo"),
        ("long_text", " Un.\r\nDeux. ", "Un.\nDeux."),
        ("email", " ana@essai.example ", "ana@essai.example"),
        ("phone", "01.99.00.12.34", "01 99 00 12 34"),
        ("phone", "+33 (0)1 99 00 12 34", "01 99 00 12 34"),
        ("phone", "0032 2 555 12 12", "+3225551212"),
        ("number", "1 250", "1250"),
        ("number", "-3", "-3"),
        ("statement", "oui", "oui"),
        ("date", day("1", "3", "1985"), "1985-03-01"),
        ("date", day("29", "Février", "2024"), "2024-02-29"),
        ("date", day("07", "aout", "2001"), "2001-08-07"),
    ],
)
def test_what_is_meant_is_taken(kind, typed, value):
    assert taken(kind, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "more", "field", "said"),
    [
        ("short_text", " ", {}, "q", "Écrivez votre réponse."),
        ("short_text", "x" * 201, {}, "q", "qui compte 201 caractères pour 200"),
        ("email", "ana@", {}, "q", "par exemple nom@exemple.fr"),
        ("email", "a@" + "b" * 260 + ".fr", {}, "q", "adresse électronique complète"),
        ("phone", "12 34", {}, "q", "dix chiffres"),
        ("number", "deux", {}, "q", "en chiffres"),
        ("number", "2,5", {}, "q", "nombre entier"),
        ("number", "0", {"minimum": 1}, "q", "d’au moins 1"),
        ("number", "6", {"maximum": 5}, "q", "d’au plus 5"),
        ("statement", "", {}, "q", "Cochez cette case"),
        ("slot", "4", {}, "q", "n’est plus libre"),
        ("files", "", {}, "q", "Choisissez un fichier."),
        ("date", day("", "", ""), {}, "q-day", "Écrivez le jour, le mois et l’année."),
        ("date", day("32", "3", "2020"), {}, "q-day", "de 1 à 31"),
        ("date", day("3", "mar", "2020"), {}, "q-month", "de 1 à 12"),
        ("date", day("3", "3", "85"), {}, "q-year", "quatre chiffres"),
        ("date", day("31", "2", "2020"), {}, "q-day", "n’existe pas"),
        ("date", day("16", "3", "2026"), {"when": "past"}, "q-day", "dans l’avenir"),
        ("date", day("15", "3", "2026"), {"when": "future"}, "q-day", "est passée"),
        ("date", day("1", "1", "0185"), {}, "q-year", "Vérifiez l’année"),
        ("date", day("²", "3", "2020"), {}, "q-day", "de 1 à 31"),
    ],
)
def test_what_is_wrong_is_said_in_its_field(kind, typed, more, field, said):
    assert said in refused(kind, typed, **more)[field]


def test_each_part_of_a_date_or_of_an_address_has_its_own_message():
    assert set(refused("date", day("x", "", "85"))) == {"q-day", "q-month", "q-year"}
    assert set(refused("address", {"extra": "Bâtiment B"})) == {"q-street", "q-postcode", "q-city"}
    assert refused("address", {"street": "1 rue", "postcode": "123", "city": "Essai"}).keys() == {"q-postcode"}


def test_an_address_abroad_has_the_postcode_of_its_country():
    typed = {"street": "1 rue", "postcode": "1000", "city": "Bruxelles", "country": "Belgique"}
    assert taken("address", typed) == {**typed, "extra": ""}


def test_a_choice_that_was_not_proposed_is_refused():
    options = (Option("a", "A"), Option("b", "B"))
    assert taken("choices", ["b", "a"], options=options) == ["a", "b"]
    assert "q" in refused("choices", ["a", "z"], options=options)
    assert "q" in refused("choice", "z", options=options)


def test_empty_lines_of_a_table_count_for_nothing():
    column = Question("nom", Kind.SHORT_TEXT, "Nom"), Question("age", Kind.NUMBER, "Âge", required=False)
    table = {"columns": column, "line": "Enfant", "most": 3}
    typed = {"lines": "3", "0-nom": "Ana", "0-age": "4", "1-nom": " ", "2-nom": "Léo"}
    assert taken("table", typed, **table) == [{"nom": "Ana", "age": "4"}, {"nom": "Léo", "age": None}]
    assert refused("table", {"lines": "1"}, **table) == {"q-0-nom": "Remplissez une ligne au moins."}
    assert refused("table", {"lines": "2", "1-age": "x"}, **table).keys() == {"q-1-nom", "q-1-age"}
    assert taken("table", {"lines": "9"}, required=False, **table) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.TABLE])
def test_what_may_stay_empty_stays_empty(kind):
    question = Question("q", kind, "Question", required=False, options=(Option("a", "A"), Option("b", "B")))
    value = check(question, {}, TODAY)
    assert value is None
    assert lines(question, value, {}) == [NO_ANSWER]


def test_a_field_that_no_question_has_is_not_kept():
    question = Question("q", Kind.SHORT_TEXT, "Question")
    sent = {"q": ["a\x00b"], "intrus": ["x"]}
    assert read([question], lambda name: sent.get(name, [])) == {"q": "ab"}


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_what_was_accepted_is_what_is_stored_and_shown(data):
    """Whatever was typed in whatever form: taking again what was kept changes nothing, and the words are shown."""
    form = parse(data.draw(definitions()))
    sent: dict[str, list[str]] = {}
    for question in form.questions():
        counted = {f"{question.key}-lines": "2"}
        for name in names(question, counted):
            sent[name] = ["2"] if name in counted else data.draw(st.lists(TYPED, min_size=1, max_size=2))
    raw = read(form.questions(), lambda name: sent.get(name, []))
    for step in visible(form, raw):
        for question in step.questions:
            try:
                value = check(question, raw, TODAY)
            except Mistake as mistake:
                assert mistake.messages
                assert set(mistake.messages) <= set(names(question, raw))
                assert all(message.strip() for message in mistake.messages.values())
                continue
            kept = json.loads(json.dumps(value))
            assert kept == value
            shown = lines(question, kept, {})
            assert shown and all(isinstance(line, str) for line in shown)
            if value is None:
                assert not question.required or question.kind == Kind.TABLE and question.least == 0
            elif question.kind in (Kind.SHORT_TEXT, Kind.EMAIL, Kind.PHONE):
                assert shown == [value]
            elif question.kind == Kind.CHOICES:
                assert shown == [question.label_of(one) for one in value]
