"""A chart and its table come from the same figures, and neither needs colours to be read."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from portal.charts import Chart, Kind, Series

DATA = {
    "id": "essai",
    "kind": "bar",
    "title": "Dépenses",
    "unit": "en euros",
    "categories_name": "Année",
    "categories": ["2025", "2026"],
    "series": [{"name": "Voirie", "values": [1200, 2400]}, {"name": "Écoles", "values": [800.5, 0]}],
    "source": "la ville",
}
TEMPLATE = Template('{% load charts %}{% include "components/chart.html" with chart=data|chart only %}')


def drawn(**changes) -> BeautifulSoup:
    return BeautifulSoup(TEMPLATE.render(Context({"data": {**DATA, **changes}})), "html5lib")


def test_the_table_has_every_figure_as_french_writes_it():
    table = drawn().find("table")
    assert [cell.text for cell in table.select("thead th")] == ["Année", "Voirie", "Écoles"]
    rows = [
        [cell.text.replace("\xa0", " ").replace("\u202f", " ") for cell in row(["th", "td"])]
        for row in table.select("tbody tr")
    ]
    assert rows == [["2025", "1 200", "800,5"], ["2026", "2 400", "0"]]
    assert table.caption.text == "Dépenses (en euros)"


def test_bars_are_as_high_as_their_figures():
    bars = drawn().select(".chart-drawing rect.bar")
    heights = [float(bar["height"]) for bar in bars]
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)
    assert heights[3] == 0
    assert len(bars) == 4


def test_each_series_of_bars_has_a_hatching_of_its_own():
    html = drawn()
    fills = {bar["fill"] for bar in html.select(".chart-drawing rect.bar")}
    assert fills == {"url(#essai-0)", "url(#essai-1)"}
    patterns = [str(pattern.find("path")) for pattern in html.find_all("pattern")]
    assert len(set(patterns)) == 2


def test_each_line_has_dashes_and_marks_of_its_own():
    html = drawn(kind="line")
    lines = html.select(".chart-drawing .line")
    assert len({line["stroke-dasharray"] for line in lines}) == len(lines) == 2
    first, second = (html.select_one(f".chart-drawing .series-{rank}.mark")["d"] for rank in (0, 1))
    assert first.partition("m")[2] != second.partition("m")[2]


def test_the_drawing_sends_to_the_table():
    html = drawn()
    assert html.find("svg")["role"] == "img"
    assert "tableau" in html.find("svg")["aria-label"]
    assert html.find("figure")["aria-label"] == "Dépenses"


@pytest.mark.parametrize(
    "series",
    [[], [Series("a", [1])], [Series("a", [-1, 2])], [Series(str(rank), [1, 2]) for rank in range(5)]],
    ids=["none", "short", "negative", "too many"],
)
def test_figures_that_cannot_be_drawn_are_refused(series):
    with pytest.raises(ValueError):
        Chart("id", Kind.BAR, "Titre", "Année", ["2025", "2026"], series)


@pytest.mark.parametrize(("highest", "top"), [(0, 1), (3, 4), (8150, 10000), (35600, 40000), (100, 100), (0.3, 0.4)])
def test_the_scale_ends_on_a_round_number_above_every_figure(highest, top):
    chart = Chart("id", Kind.BAR, "Titre", "Année", ["2026"], [Series("a", [highest])])
    assert chart.top == pytest.approx(top)
