"""Where each part of a chart is drawn, from the figures that its table shows: one data set for both.

Nothing is told by colour alone: bars have hatchings, lines have dashes and marks, and every figure is in the table.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from home.french import number

WIDTH, HEIGHT = 640, 340
LEFT, RIGHT, TOP, BOTTOM = 72, 624, 16, 292
MOST_SERIES = 4
HATCHINGS = ("", "M-2 2l4-4M0 8l8-8M6 10l4-4", "M4 1v6M1 4h6", "M0 4h8M4 0v8")
DASHES = ("", "10 5", "2 5", "12 4 2 4")
MARKS = (
    "M{x} {y}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
    "M{x} {y}m-5-5h10v10h-10z",
    "M{x} {y}m0-6l6 11h-12z",
    "M{x} {y}m0-6l6 6-6 6-6-6z",
)


class Kind(StrEnum):
    """How figures are drawn: amounts side by side, or what becomes of them with time."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True)
class Series:
    """Figures that belong together, one for each category, and their name."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True)
class Chart:
    """A chart and its table. `id` is its own in the page; `unit` follows the title of the table."""

    id: str
    kind: Kind
    title: str
    categories_name: str
    categories: Sequence[str]
    series: Sequence[Series]
    unit: str = ""
    source: str = ""
    width: int = field(default=WIDTH, init=False)
    height: int = field(default=HEIGHT, init=False)
    left: int = field(default=LEFT, init=False)
    right: int = field(default=RIGHT, init=False)
    ticks_x: int = field(default=LEFT - 10, init=False)
    labels_y: int = field(default=BOTTOM + 28, init=False)

    def __post_init__(self) -> None:
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"a chart shows one to {MOST_SERIES} series, not {len(self.series)}")
        if short := [one.name for one in self.series if len(one.values) != len(self.categories)]:
            raise ValueError(f"{short} must have {len(self.categories)} values, one for each category")
        if any(value < 0 for one in self.series for value in one.values):
            raise ValueError("a chart shows no negative value")

    @property
    def summary(self) -> str:
        """What the drawing is, for who does not see it; the table says the rest."""
        what = "Graphique en barres" if self.kind is Kind.BAR else "Courbes"
        return f"{what}\u00a0: {self.title}. Les chiffres sont dans le tableau qui suit."

    @property
    def caption(self) -> str:
        return f"{self.title} ({self.unit})" if self.unit else self.title

    @property
    def header(self) -> list[str]:
        return [self.categories_name, *(one.name for one in self.series)]

    @property
    def rows(self) -> list[list[str]]:
        values = zip(*(one.values for one in self.series), strict=True)
        return [[category, *map(_figure, row)] for category, row in zip(self.categories, values, strict=True)]

    @property
    def top(self) -> float:
        """The value at the top of the drawing: the first round one that is not below any figure."""
        highest = max((value for one in self.series for value in one.values), default=0) or 1
        power = 10 ** math.floor(math.log10(highest))
        return next(step * power for step in (1, 2, 2.5, 4, 5, 8, 10) if step * power >= highest)

    @property
    def ticks(self) -> list[dict]:
        values = [self.top * part / 4 for part in range(5)]
        return [
            {"y": _at(self._y(value)), "text_y": _at(self._y(value) + 5), "text": _figure(value)} for value in values
        ]

    @property
    def labels(self) -> list[dict]:
        return [{"x": _at(self._middle(place)), "text": text} for place, text in enumerate(self.categories)]

    @property
    def patterns(self) -> tuple[str, ...]:
        return HATCHINGS[: len(self.series)] if self.kind is Kind.BAR else ()

    @property
    def bars(self) -> list[dict]:
        if self.kind is not Kind.BAR:
            return []
        wide = self._slot * 0.72 / len(self.series)
        first = -wide * len(self.series) / 2
        return [
            {
                "series": rank,
                "x": _at(self._middle(place) + first + rank * wide + 1),
                "y": _at(self._y(value)),
                "width": _at(wide - 2),
                "height": _at(BOTTOM - self._y(value)),
            }
            for rank, one in enumerate(self.series)
            for place, value in enumerate(one.values)
        ]

    @property
    def lines(self) -> list[dict]:
        if self.kind is not Kind.LINE:
            return []
        found = []
        for rank, one in enumerate(self.series):
            points = [(_at(self._middle(place)), _at(self._y(value))) for place, value in enumerate(one.values)]
            found.append(
                {
                    "series": rank,
                    "points": " ".join(f"{x},{y}" for x, y in points),
                    "dashes": DASHES[rank],
                    "marks": [MARKS[rank].format(x=x, y=y) for x, y in points],
                }
            )
        return found

    @property
    def legend(self) -> list[dict]:
        line = self.kind is Kind.LINE
        return [
            {
                "name": one.name,
                "series": rank,
                "dashes": DASHES[rank] if line else None,
                "mark": MARKS[rank].format(x=16, y=8),
            }
            for rank, one in enumerate(self.series)
        ]

    @property
    def _slot(self) -> float:
        return (RIGHT - LEFT) / len(self.categories)

    def _middle(self, place: int) -> float:
        return LEFT + self._slot * (place + 0.5)

    def _y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / self.top


def _at(place: float) -> str:
    """A place in the drawing, with the point that SVG wants whatever the language of the page."""
    return f"{place:.1f}"


def _figure(value: float) -> str:
    return number(int(value) if value == int(value) else value)
