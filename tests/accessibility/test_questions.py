"""A person is asked little: once about a test on an element, and never about what already failed there."""

from accessibility.engine import without_doubles, without_settled_questions
from accessibility.findings import Finding
from accessibility.outcome import Verdict


def finding(rule: str, verdict: Verdict, *tests: str, target: str = "img") -> Finding:
    return Finding(tests, rule, verdict, "rule", (target,), "<img>", "Message.", "Remède.")


FAILED = finding("placeholder", Verdict.FAIL, "1.3.1")
BROAD = finding("to_judge", Verdict.REVIEW, "1.3.1", "1.2.1", "1.6.1")
NARROW = finding("captcha", Verdict.REVIEW, "1.2.1")


def asked(*found: Finding) -> dict[str, tuple[str, ...]]:
    return {kept.rule: kept.rgaa for kept in without_settled_questions(found) if kept.verdict is Verdict.REVIEW}


def test_what_failed_on_an_element_is_not_asked_about_it():
    assert asked(BROAD, FAILED) == {"to_judge": ("1.2.1", "1.6.1")}
    assert asked(finding("to_judge", Verdict.REVIEW, "1.3.1"), FAILED) == {}
    assert FAILED in without_settled_questions([BROAD, FAILED])


def test_the_narrowest_question_is_the_one_that_is_asked():
    assert asked(BROAD, NARROW) == {"to_judge": ("1.3.1", "1.6.1"), "captcha": ("1.2.1",)}


def test_another_element_is_another_question():
    other = finding("to_judge", Verdict.REVIEW, "1.3.1", target="img:nth-child(2)")
    assert asked(FAILED, other) == {"to_judge": ("1.3.1",)}


def test_the_order_of_findings_is_kept():
    assert [kept.rule for kept in without_settled_questions([BROAD, NARROW, FAILED])] == [
        "to_judge",
        "captcha",
        "placeholder",
    ]


def test_a_question_of_ours_does_not_bring_back_what_axe_says_of_a_failure_of_ours():
    theirs = finding("axe-image-alt", Verdict.FAIL, "1.3.1")
    assert theirs not in without_doubles([FAILED, BROAD], [theirs])
    assert theirs in without_doubles([BROAD], [theirs])
