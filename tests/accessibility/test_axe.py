"""axe, read as the RGAA does: every rule has its French words, every correction its reason and its place."""

import json
import re
from pathlib import Path

import pytest

from accessibility import axe
from accessibility.axe_messages import MESSAGES
from accessibility.axe_tags import ADDED, CORRECTIONS
from accessibility.outcome import Verdict
from accessibility.page.model import DOCUMENT, TEXT, Node
from accessibility.rgaa import load

TESTS = load().tests


@pytest.fixture(scope="module")
def rules() -> dict[str, list[str]]:
    """The rules of the installed axe, each with its tags, as its source declares them."""
    source = Path(axe.folder() / "axe.js").read_text(encoding="utf-8")
    declared = re.findall(r"\bid: '([\w-]+)',(?:(?!\bid: ').)*?\btags: \[ ([^\]]*) \]", source, re.DOTALL)
    return {name: re.findall(r"'([^']+)'", tags) for name, tags in declared}


@pytest.fixture(scope="module")
def tagged(rules) -> dict[str, list[str]]:
    return {name: [tag for tag in tags if tag.startswith("RGAA-")] for name, tags in rules.items() if "RGAAv4" in tags}


def test_axe_is_the_one_that_was_studied(tagged):
    """A new version of axe brings new rules: read them, then write their words and their corrections."""
    assert len(tagged) == 67
    assert len({tag for tags in tagged.values() for tag in tags}) == 40


def test_every_rule_that_may_speak_has_french_words_and_no_other_has(tagged):
    assert set(MESSAGES) == set(tagged) | set(ADDED)


def test_every_correction_and_addition_names_a_rule_and_a_reason(rules, tagged):
    assert set(CORRECTIONS) <= set(tagged) | set(ADDED)
    assert set(ADDED) <= set(rules)
    assert all("experimental" in rules[name] for name in set(ADDED) & set(tagged))
    assert all(correction.reason for correction in CORRECTIONS.values())
    assert {test for tests in ADDED.values() for test in tests} <= set(TESTS)


@pytest.mark.parametrize("name", MESSAGES)
def test_the_words_are_french_and_well_set(name):
    words = MESSAGES[name]
    for text in filter(None, (words.message, words.fix, words.said(certain=False))):
        assert not re.search(
            r"[^\u00a0][?!;»]|«[^\u00a0]| [:?!;]|\w'\w", re.sub(r"<[^>]*>|\w+=\"[^\"]*\"|!important", "", text)
        ), text
        assert text[-1] in ".?", text
        assert len(text) < 260, text
    assert words.message.endswith(".") and words.said(certain=False).endswith(("?", "."))


def test_a_doubt_is_put_as_a_question(tagged):
    """A rule whose violations are only questions says what to look at."""
    doubtful = [name for name, correction in CORRECTIONS.items() if correction.fails is False and correction.reviews]
    assert [name for name in doubtful if not MESSAGES[name].question] == []


def result(rule: str, verdict: str = "fail", **node) -> dict:
    """One axe result on one element, as axe_run.js sends it."""
    element = {"index": 1, "tag": "div", "role": "", "target": ["div"], "html": "<div>", "messages": [], "data": {}}
    return {"id": rule, "verdict": verdict, "help": "", "act": [], "tags": ["RGAA-3.2.1"], "nodes": [element | node]}


def read(rule: str, verdict: str = "fail", attributes: dict | None = None, tags: list[str] | None = None, **node):
    document = Node(0, DOCUMENT)
    element = Node(1, node.get("tag", "div"), document, attributes or {})
    document.children.append(element)
    said = result(rule, verdict, **node)
    return axe.findings([said if tags is None else said | {"tags": tags}], [document, element])


@pytest.mark.parametrize(
    ("size", "weight", "test"),
    [
        ("12.0pt (16px)", "normal", "3.2.1"),
        ("13.9pt (18.49px)", "bold", "3.2.2"),
        ("18.0pt (24px)", "normal", "3.2.3"),
        ("13.9pt (18.5px)", "bold", "3.2.4"),
    ],
)
def test_contrast_goes_to_the_test_of_its_size_and_weight(size, weight, test):
    data = {"fontSize": size, "fontWeight": weight, "contrastRatio": 2.31, "expectedContrastRatio": "4.5:1"}
    data |= {"fgColor": "#aaaaaa", "bgColor": "#ffffff"}
    (finding,) = read("color-contrast", data={"color-contrast": data})
    assert finding.rgaa == (test,) and finding.verdict is Verdict.FAIL
    assert "2,31:1 (texte #aaaaaa sur fond #ffffff)" in finding.fix and "4,5:1 au moins" in finding.fix


@pytest.mark.parametrize(
    ("rule", "node", "tests"),
    [
        ("aria-command-name", {"role": "link"}, ("6.2.1",)),
        ("aria-command-name", {"role": "button"}, ("11.9.1",)),
        ("aria-command-name", {"role": "menuitem"}, ("7.1.1",)),
        ("aria-required-parent", {"role": "listitem"}, ("9.3.1",)),
        ("aria-required-parent", {"role": "gridcell"}, ("7.1.1",)),
        ("list", {"tag": "ul"}, ("9.3.1",)),
        ("list", {"tag": "ol"}, ("9.3.2",)),
        ("label-content-name-mismatch", {"tag": "a"}, ("6.1.5",)),
        ("label-content-name-mismatch", {"tag": "button"}, ("11.9.2",)),
        ("label-content-name-mismatch", {"tag": "div", "role": "tab"}, ("7.1.3",)),
        ("nested-interactive", {"tag": "button"}, ("8.2.1",)),
        ("nested-interactive", {"tag": "p", "role": "checkbox"}, ("7.1.1",)),
        ("aria-roles", {}, ("8.2.1",)),
        ("summary-name", {"tag": "summary", "tags": []}, ("7.1.1",)),
        ("role-img-alt", {"tag": "canvas", "role": "img"}, ("1.1.8",)),
        ("role-img-alt", {"tag": "div", "role": "img"}, ("1.1.1",)),
        ("aria-toggle-field-name", {"role": "switch"}, ("11.1.1",)),
        ("aria-toggle-field-name", {"role": "option"}, ("7.1.1",)),
    ],
)
def test_a_defect_goes_to_the_test_that_speaks_of_its_element(rule, node, tests):
    tags = node.pop("tags", ["RGAA-7.1.1"])
    found = read(rule, tags=tags, **node)
    assert [(finding.rgaa, finding.verdict) for finding in found] == [(tests, Verdict.FAIL)]


@pytest.mark.parametrize(
    ("rule", "node"),
    [
        ("aria-allowed-attr", {"messages": [["aria-no-deprecated-attr", "…"]]}),
        ("aria-valid-attr-value", {"tag": "button", "messages": [["aria-valid-attr-value", 'aria-controls="later"']]}),
        ("html-lang-valid", {"tag": "html", "attributes": {"lang": "fra"}}),
        ("valid-lang", {"attributes": {"lang": "eng-GB"}}),
        ("video-caption", {"tag": "video"}),
        ("bypass", {"tag": "html"}),
        ("nested-interactive", {"tag": "summary"}),
    ],
)
def test_what_a_person_must_judge_is_not_called_a_failure(rule, node):
    attributes = node.pop("attributes", None)
    (finding,) = read(rule, attributes=attributes, **node)
    assert finding.verdict is Verdict.REVIEW
    assert finding.message == MESSAGES[rule].said(certain=False)


@pytest.mark.parametrize(
    ("attributes", "test"),
    [
        ({"name": "email", "autocomplete": "mail"}, "11.13.1"),
        ({"name": "q", "autocomplete": "nope"}, "8.2.1"),
        ({"name": "f1", "autocomplete": "work photo"}, "11.13.1"),
    ],
)
def test_autocomplete_belongs_to_what_is_about_the_person(attributes, test):
    (finding,) = read("autocomplete-valid", tag="input", attributes=attributes)
    assert finding.rgaa == (test,)


def test_rules_that_ours_replace_say_nothing():
    assert read("region") == [] and read("meta-refresh", "review") == []


def test_the_details_that_axe_gives_are_french():
    (finding,) = read("aria-valid-attr", messages=[["aria-valid-attr", "Le nom est invalide : aria-labl"]])
    assert finding.fix.endswith("Le nom est invalide : aria-labl.")
    (finding,) = read("aria-allowed-attr", messages=[["aria-allowed-attr-elm", "ARIA attribute is not allowed"]])
    assert "not allowed" not in finding.fix


def test_the_french_of_axe_is_loaded():
    locale = json.loads((axe.folder() / "locales" / "fr.json").read_text(encoding="utf-8"))
    assert locale["lang"] == "fr" and '"lang": "fr"' in axe.script()


def test_a_sound_that_starts_by_itself_fails_only_where_nothing_may_stop_it():
    document = Node(0, DOCUMENT)
    player = Node(1, "audio", document, {"autoplay": ""})
    document.children.append(player)
    (finding,) = axe.findings([result("no-autoplay-audio", tag="audio")], [document, player])
    assert finding.verdict is Verdict.FAIL
    document.children.append(Node(2, "button", document))
    (finding,) = axe.findings([result("no-autoplay-audio", tag="audio")], [document, player])
    assert finding.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("script", "verdict"),
    [
        ({"tag": "script", "text": "box.onfocus = () => last.focus()"}, Verdict.REVIEW),
        ({"tag": "script", "attributes": {"src": "dialog.js"}}, Verdict.REVIEW),
        ({"tag": "p", "attributes": {"onfocus": "last.focus()"}}, Verdict.REVIEW),
        ({"tag": "script", "text": "count = 1"}, Verdict.FAIL),
    ],
)
def test_what_is_hidden_keeps_the_focus_for_certain_only_where_no_script_may_pass_it_on(script, verdict):
    document = Node(0, DOCUMENT)
    hidden = Node(1, "div", document, {"aria-hidden": "true"})
    other = Node(2, script["tag"], document, script.get("attributes", {}))
    other.children.append(Node(3, TEXT, other, text=script.get("text", "")))
    document.children += [hidden, other]
    (finding,) = axe.findings([result("aria-hidden-focus", tag="div")], [document, hidden, other])
    assert finding.verdict is verdict


@pytest.mark.parametrize("rule", ["link-name", "button-name", "aria-command-name", "summary-name"])
@pytest.mark.parametrize("inside", ["a style sheet", "an object"])
def test_words_that_axe_does_not_read_may_be_the_name(rule, inside):
    document = Node(0, DOCUMENT)
    outer = Node(1, "a", document)
    icon = Node(2, "span", outer, styles={"::before": "Horaires"})
    if inside == "an object":
        icon = Node(2, "object", outer)
        icon.children.append(Node(3, TEXT, icon, text="Horaires"))
    document.children.append(outer)
    (finding,) = axe.findings([result(rule)], [document, outer, icon])
    assert finding.verdict is Verdict.FAIL
    outer.children.append(icon)
    (finding,) = axe.findings([result(rule)], [document, outer, icon])
    assert finding.verdict is Verdict.REVIEW


@pytest.mark.parametrize(("text", "verdict"), [("Inter\u00adcommunalité", Verdict.REVIEW), ("Budget", Verdict.FAIL)])
def test_a_soft_hyphen_is_no_letter(text, verdict):
    document = Node(0, DOCUMENT)
    link = Node(1, "a", document, {"aria-label": "Intercommunalité du canton"})
    link.children.append(Node(2, TEXT, link, text=text))
    document.children.append(link)
    (finding,) = axe.findings([result("label-content-name-mismatch", tag="a")], [document, link])
    assert finding.verdict is verdict


@pytest.mark.parametrize(
    ("style", "turned", "failures"),
    [
        ("@media (orientation: portrait) { p { color: red } html { transform: rotate(90deg) } }", [], 1),
        ("@media (orientation: portrait) { body { rotate: 90deg } }", [3], 1),
        ("@media (orientation: portrait) { .arrow { rotate: 90deg } }", [4], 0),
        ("@media (orientation: portrait) { .absent { rotate: 90deg } }", [], 0),
    ],
)
def test_the_screen_is_locked_by_what_turns_most_of_the_page(style, turned, failures):
    document = Node(0, DOCUMENT)
    html, sheet, body = Node(1, "html", document), Node(2, "style"), Node(3, "body")
    arrow, words = Node(4, "i", body), Node(5, TEXT, body, text="Les horaires de la mairie")
    sheet.parent = body.parent = html
    sheet.children.append(Node(6, TEXT, sheet, text=style))
    arrow.children.append(Node(7, TEXT, arrow, text="→"))
    body.children += [arrow, words]
    html.children += [sheet, body]
    document.children.append(html)
    said = result("css-orientation-lock", tag="html", turned=turned)
    assert len(axe.findings([said], [document, html, sheet, body, arrow, words])) == failures


@pytest.mark.parametrize(
    ("usemap", "area", "verdict"),
    [
        ("#plan", {"href": "nord"}, Verdict.FAIL),
        ("#autre", {"href": "nord"}, Verdict.REVIEW),
        ("#plan", {"href": "nord", "aria-hidden": "true"}, Verdict.REVIEW),
    ],
)
def test_an_area_fails_only_on_an_image_that_uses_its_map(usemap, area, verdict):
    document = Node(0, DOCUMENT)
    image, around = Node(2, "img", document, {"usemap": usemap}), Node(3, "map", document, {"name": "plan"})
    zone = Node(1, "area", around, area)
    around.children.append(zone)
    document.children += [image, around]
    (finding,) = axe.findings([result("area-alt", tag="area")], [document, zone, image, around])
    assert finding.verdict is verdict
