"""A form as JSON: what is wrong in one is said at once, in French; what is right asks what it says."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.eservices.definition.errors import DefinitionError
from services.eservices.definition.parsing import parse
from services.eservices.definition.visible import visible
from services.eservices.demo.load import described
from tests.services.eservices.definitions import definitions


def form(*items: dict, **step) -> dict:
    return {"steps": [{"key": "un", "title": "Un", "items": list(items), **step}]}


def text(key: str = "nom", **more) -> dict:
    return {"kind": "short_text", "key": key, "label": "Votre nom", **more}


def choice(key: str = "genre", **more) -> dict:
    options = [{"value": "a", "label": "Le premier"}, {"value": "b", "label": "Le second"}]
    return {"kind": "choice", "key": key, "label": "Lequel\u00a0?", "options": options, **more}


def when(question: str, **value) -> dict:
    return {"show_when": {"question": question, **value}}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "n’a pas d’étape"),
        ({"steps": []}, "n’a pas d’étape"),
        ({"steps": ["x"]}, "L’étape 1\u00a0: n’est pas un objet."),
        (form(), "ne pose aucune question"),
        (form(text(), title=" "), "L’étape 1\u00a0: son titre est vide."),
        (form(text(), key="Un"), "sa clé est faite de minuscules"),
        (form(text(), key="verifier"), "la clé «\u00a0verifier\u00a0» est réservée"),
        ({"steps": [*form(text())["steps"], *form(text("b"))["steps"]]}, "la clé «\u00a0un\u00a0» sert deux fois"),
        (form(text(), text()), "la clé «\u00a0nom\u00a0» sert deux fois"),
        (form(text("Nom-1")), "minuscules, de chiffres et de tirets bas"),
        (form(text(label="  ")), "La question «\u00a0nom\u00a0»\u00a0: son intitulé est vide."),
        (form(text(kind="couleur")), "le genre «\u00a0couleur\u00a0» n’existe pas"),
        (form(text(kind=["x"])), "n’existe pas"),
        (form(text(couleur="rouge")), "«\u00a0couleur\u00a0» n’y a pas de sens"),
        (form(text(required="oui")), "vaut vrai ou faux"),
        (form(text(meaning="email")), "le sens «\u00a0email\u00a0» n’est pas de ceux"),
        (form(text(meaning=["x"])), "n’est pas de ceux"),
        (form(text(longest=0)), "«\u00a0longest\u00a0» va jusqu’à"),
        (form(choice(options=[])), "propose moins de deux réponses"),
        (form(choice(options=[{"value": "a", "label": ""}] * 2)), "la réponse «\u00a0a\u00a0» n’a pas d’intitulé"),
        (form(choice(options=[{"value": "a", "label": "A"}] * 2)), "la réponse «\u00a0a\u00a0» y est deux fois"),
        (form(choice(options=[{"label": "A"}, 3])), "n’a pas de valeur"),
        (form(text(kind="table", line="Ligne")), "n’a pas de colonne"),
        (form(text(kind="table", line="Ligne", columns=[choice("b")])), "ne tient pas dans une ligne"),
        (form(text(kind="table", columns=[text("b")])), "comment s’appelle une ligne"),
        (
            form(text(kind="table", line="L", columns=[text("b")], least=4, most=2)),
            "plus de lignes qu’elle n’en permet",
        ),
        (form(text(kind="number", minimum=3, maximum=2)), "son minimum dépasse son maximum"),
        (form(text(kind="date", when="hier")), "«\u00a0past\u00a0» ou «\u00a0future\u00a0»"),
        (form(text(**when("loin", **{"is": "a"}))), "dépend de la question «\u00a0loin\u00a0», qui n’existe pas"),
        (form(text(**when("genre", **{"is": "a"})), choice()), "«\u00a0genre\u00a0», qui vient après"),
        (form(choice(**when("genre", **{"is": "a"}))), "sa condition dépend d’elle-même"),
        (form(text("a"), text("b", **when("a", **{"is": "x"}))), "qui n’est ni un choix ni une déclaration"),
        (form(choice(), text(**when("genre", **{"is": "c"}))), "attend «\u00a0c\u00a0», qui n’est pas une réponse"),
        (form(choice(), text(**when("genre", **{"is": ["a"]}))), "qui n’est pas une réponse"),
        (form(choice(), text(**when("genre", contains="a"))), "s’écrit avec «\u00a0is\u00a0»"),
        (form(choice(), text(show_when="genre")), "sa condition s’écrit"),
        (form({"kind": "text", "text": " "}, text()), "son texte est vide"),
        (form(*[text(key, kind="slot") for key in "ab"]), "plus d’une fois\u00a0: créneau"),
        (
            form(*[text(key, kind="email", meaning="email") for key in "ab"]),
            "plus d’une fois\u00a0: adresse électronique",
        ),
    ],
)
def test_what_is_wrong_is_said(data, said):
    with pytest.raises(DefinitionError) as caught:
        parse(data)
    assert any(said in fault for fault in caught.value.faults), caught.value.faults
    assert all(fault[0].isupper() and fault.endswith(".") for fault in caught.value.faults)


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(DefinitionError) as caught:
        parse(form(text(label=""), text(kind="x"), choice(options=[])))
    assert len(caught.value.faults) == 4


def test_the_forms_of_the_demonstration_are_right():
    for data in described():
        assert parse(data["form"]).steps


def test_a_hidden_question_shows_nothing_of_what_depends_on_it():
    parsed = parse(form(choice("a"), choice("b", **when("a", **{"is": "a"})), text("c", **when("b", **{"is": "b"}))))

    def shown(**raw) -> list[str]:
        return [question.key for step in visible(parsed, raw) for question in step.questions]

    assert shown() == ["a"]
    assert shown(a="a") == ["a", "b"]
    assert shown(a="a", b="b") == ["a", "b", "c"]
    assert shown(a="b", b="b") == ["a"]


def test_a_step_without_any_question_to_ask_is_left_out():
    data = form(choice("a"))
    data["steps"].append({"key": "deux", "title": "Deux", "items": [text("b", **when("a", **{"is": "b"}))]})
    data["steps"].append({"key": "trois", "title": "Trois", "items": [text("c")], **when("a", **{"is": "a"})})
    parsed = parse(data)
    assert [step.key for step in visible(parsed, {"a": "b"})] == ["un", "deux"]
    assert [step.key for step in visible(parsed, {"a": "a"})] == ["un", "trois"]
    assert [step.key for step in visible(parsed, {})] == ["un"]


@settings(max_examples=60, deadline=None)
@given(definitions())
def test_a_form_that_is_right_is_read_and_read_again_the_same(data):
    assert parse(json.loads(json.dumps(data))) == parse(data)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_json_whatever_breaks_the_reader(data):
    whole = data.draw(definitions())
    junk = st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just([]), st.just({}), st.just([[]])
    )
    places = [(step, name) for step in whole["steps"] for name in step]
    places += [(item, name) for step in whole["steps"] for item in step["items"] for name in item]
    place, name = data.draw(st.sampled_from(places))
    place[name] = data.draw(junk)
    try:
        parse(whole)
    except DefinitionError as error:
        assert error.faults
