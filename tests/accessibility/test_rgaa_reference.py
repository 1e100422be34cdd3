"""The reference must be exactly the official RGAA 4.1.2: a wrong count or level makes a false legal rate."""

import re
from collections import Counter
from dataclasses import FrozenInstanceError

import pytest

from accessibility.rgaa import MULTI_PAGE_TESTS, en301549_of, load

OFFICIAL_PAGE = "https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/"

TESTS_PER_CRITERION = {
    1: [8, 6, 9, 7, 2, 10, 6, 6, 5],
    2: [1, 1],
    3: [6, 5, 4],
    4: [3, 3, 2, 1, 2, 2, 1, 2, 1, 1, 3, 2, 2],
    5: [1, 1, 1, 1, 1, 4, 5, 1],
    6: [5, 1],
    7: [3, 2, 2, 1, 3],
    8: [3, 1, 1, 1, 1, 1, 1, 1, 1, 2],
    9: [3, 1, 3, 2],
    10: [3, 1, 1, 2, 3, 1, 1, 1, 4, 4, 2, 1, 3, 2],
    11: [3, 6, 2, 3, 1, 1, 1, 3, 2, 7, 2, 2, 1],
    12: [1, 1, 3, 3, 3, 1, 2, 2, 1, 1, 1],
    13: [4, 1, 1, 1, 1, 1, 3, 2, 1, 2, 1, 3],
}

LEVEL_AA = set(
    "1.8 3.2 3.3 4.5 4.6 7.5 8.7 8.8 10.4 10.5 10.11 10.12 10.13 "
    "11.3 11.11 11.12 11.13 12.1 12.2 12.3 12.4 12.5 13.9".split()
)

WCAG_A = set(
    "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 "
    "2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 4.1.1 4.1.2".split()
)
WCAG_AA = set(
    "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 "
    "2.4.5 2.4.6 2.4.7 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 4.1.3".split()
)
LIVE_CAPTIONS = "1.2.4"

RGAA = load()
CRITERIA = list(RGAA.criteria.values())
TESTS = list(RGAA.tests.values())
TITLED = CRITERIA + TESTS


def numeric(number):
    return tuple(int(part) for part in number.split("."))


def test_totals():
    assert (RGAA.version, RGAA.source) == ("4.1.2", OFFICIAL_PAGE)
    assert (len(RGAA.topics), len(RGAA.criteria), len(RGAA.tests)) == (13, 106, 258)
    assert Counter(criterion.level for criterion in CRITERIA) == {"A": 83, "AA": 23}


def test_counts_by_topic_and_by_criterion():
    found = {topic.number: [len(criterion.tests) for criterion in topic.criteria] for topic in RGAA.topics}
    assert found == TESTS_PER_CRITERION


def test_numbers_are_contiguous_and_in_official_order():
    expected_criteria = [
        f"{topic}.{criterion}"
        for topic, counts in TESTS_PER_CRITERION.items()
        for criterion in range(1, len(counts) + 1)
    ]
    assert list(RGAA.criteria) == expected_criteria == [criterion.id for criterion in CRITERIA]
    for criterion in CRITERIA:
        numbers = [f"{criterion.id}.{rank}" for rank in range(1, len(criterion.tests) + 1)]
        assert [test.id for test in criterion.tests] == numbers
        assert {test.criterion_id for test in criterion.tests} == {criterion.id}
    assert list(RGAA.tests) == sorted(RGAA.tests, key=numeric)


def test_levels_are_official():
    assert {criterion.id for criterion in CRITERIA if criterion.level == "AA"} == LEVEL_AA


def test_a_criterion_is_of_level_aa_when_all_its_success_criteria_are():
    for criterion in CRITERIA:
        assert criterion.wcag, criterion.id
        assert list(criterion.wcag) == sorted(set(criterion.wcag), key=numeric), criterion.id
        assert (criterion.level == "AA") == WCAG_AA.issuperset(criterion.wcag), criterion.id


def test_success_criteria_are_those_of_wcag_2_1_but_live_captions():
    """Live media are exempt by law, so the RGAA refers to no success criterion about their captions."""
    covered = {number for criterion in CRITERIA for number in criterion.wcag}
    assert covered == (WCAG_A | WCAG_AA) - {LIVE_CAPTIONS}


@pytest.mark.parametrize("item", TITLED, ids=lambda item: item.id)
def test_link_to_the_official_page(item):
    assert item.url == f"{OFFICIAL_PAGE}#{item.id}"


def test_titles_are_unique():
    repeated = [title for title, count in Counter(item.title for item in TITLED).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("item", TITLED, ids=lambda item: item.id)
def test_title_is_short_french_text(item):
    title = item.title
    assert 15 <= len(title) <= 135
    assert title == title.strip() and "  " not in title
    assert title[0].isupper() and not title.endswith(".")
    assert not re.search(r"['\"<>`\[\]]", title), "straight quotes or mark-up"
    assert not re.search(r" [:;?!»%]|« ", title), "ordinary space where French wants a non-breaking one"
    assert not re.search(r"\bvoir\b|\bcritère\b", title, re.IGNORECASE), "a title stands by itself"
    assert not re.search(r"\b(?:le|la|de|que|ne|se|ce) [aeiouyéèêàâîô]", title, re.IGNORECASE), "elision"


def test_topic_titles():
    assert [topic.title for topic in RGAA.topics][:3] == ["Images", "Cadres", "Couleurs"]
    assert all("'" not in topic.title for topic in RGAA.topics)
    assert len({topic.title for topic in RGAA.topics}) == 13


def test_multi_page_tests():
    assert MULTI_PAGE_TESTS == set("11.3.1 11.3.2 12.1.1 12.2.1 12.4.1 12.4.2 12.4.3 12.5.1 12.5.2 12.5.3".split())


def test_reference_is_shared_and_frozen():
    assert load() is load("4.1.2")
    with pytest.raises(FrozenInstanceError):
        RGAA.version = "5"
    with pytest.raises(FrozenInstanceError):
        RGAA.tests["1.1.1"].title = ""


@pytest.mark.parametrize("version", ["5.0", "", "../rgaa-4.1.2"])
def test_unknown_version_is_quoted_with_the_known_ones(version):
    with pytest.raises(ValueError) as error:
        load(version)
    assert repr(version) in str(error.value)
    assert "4.1.2" in str(error.value).replace(repr(version), "")


def test_the_wcag_of_several_tests_are_said_once_in_numeric_order():
    assert RGAA.wcag_of(["10.11.1", "1.1.1", "1.1.2", "10.4.1"]) == ["1.1.1", "1.4.4", "1.4.10"]
    assert en301549_of(["1.4.4", "1.4.10"]) == ["9.1.4.4", "9.1.4.10"]
