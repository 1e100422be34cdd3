"""What the documents say of the rules is what the rules say of themselves."""

from pathlib import Path

import pytest

from accessibility import documentation, rgaa
from accessibility.coverage import Method, coverage

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/accessibility/rules/fixtures"


@pytest.fixture(scope="module")
def axe_tests():
    return documentation.tests_of_axe()


def test_documents_are_those_of_the_rules(axe_tests):
    wanted = documentation.documents(FIXTURES, axe_tests)
    written = {f"regles/{file.name}" for file in (ROOT / "docs/regles").iterdir()} | {"couverture-rgaa.md"}
    assert written == set(wanted), "run make docs"
    stale = [name for name, text in wanted.items() if (ROOT / "docs" / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run make docs"


def test_every_test_has_a_method(axe_tests):
    covered = coverage(axe_tests)
    assert list(covered) == list(rgaa.load().tests)
    several = {number for number, done in covered.items() if done.method is Method.SEVERAL_PAGES}
    assert several <= set(rgaa.MULTI_PAGE_TESTS)


def test_axe_speaks_only_of_tests_that_exist(axe_tests):
    assert axe_tests["color-contrast"] == ("3.2.1", "3.2.2", "3.2.3", "3.2.4")
    assert {number for numbers in axe_tests.values() for number in numbers} <= set(rgaa.load().tests)
