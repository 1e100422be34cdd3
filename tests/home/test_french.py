"""Numbers, weights and hours as French writes them."""

from datetime import UTC, datetime, time
from decimal import Decimal

import pytest

from home import french


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (Decimal("12450"), "12\u00a0450"),
        (Decimal("1234567.80"), "1\u00a0234\u00a0567,80"),
        (Decimal("0.5"), "0,5"),
        (Decimal("-3"), "\u22123"),
        (7, "7"),
    ],
)
def test_number(value, wanted):
    assert french.number(value) == wanted


@pytest.mark.parametrize(
    ("octets", "wanted"),
    [
        (0, "0\u00a0octet"),
        (999, "999\u00a0octets"),
        (340_000, "340\u00a0ko"),
        (1_240_000, "1,2\u00a0Mo"),
        (2_000_000, "2\u00a0Mo"),
        (999_999, "1\u00a0Mo"),
        (12_400_000, "12\u00a0Mo"),
        (3_100_000_000, "3,1\u00a0Go"),
    ],
)
def test_file_size(octets, wanted):
    assert french.file_size(octets) == wanted


@pytest.mark.parametrize(
    ("moment", "wanted"),
    [
        (time(8, 30), "8\u00a0h\u00a030"),
        (time(14, 5), "14\u00a0h\u00a005"),
        (time(12), "12\u00a0h"),
        (time(0), "minuit"),
    ],
)
def test_hour(moment, wanted):
    assert french.hour(moment) == wanted


@pytest.mark.parametrize(
    ("moment", "wanted"),
    [
        (datetime(2026, 3, 3, 17, tzinfo=UTC), "mardi 3\u00a0mars à 18\u00a0h"),
        (datetime(2026, 7, 31, 22, 5, tzinfo=UTC), "samedi 1er\u00a0août à 0\u00a0h\u00a005"),
    ],
)
def test_moment_is_told_at_the_time_of_paris(moment, wanted):
    assert french.moment(moment) == wanted


@pytest.mark.parametrize(("parts", "wanted"), [("a", "a"), ("ab", "a et b"), ("abc", "a, b et c")])
def test_enumeration(parts, wanted):
    assert french.enumeration(parts) == wanted
