"""How the criteria of an audit are spread over the four statuses: a picture and its table, from one data set."""

from dataclasses import dataclass

from accessibility.outcome import Status
from audits.auditing.summary import Summary

STATUS_LABELS = {
    Status.NC: "non conforme",
    Status.NT: "à faire vérifier",
    Status.C: "conforme",
    Status.NA: "non applicable",
}


@dataclass(frozen=True)
class Bar:
    """One status: how many criteria have it, and where its bar begins in the row of all of them."""

    status: Status
    label: str
    count: int
    start: int


def status_bars(summary: Summary) -> list[Bar]:
    """The four statuses in the order of their precedence."""
    bars, start = [], 0
    for status, label in STATUS_LABELS.items():
        count = summary.statuses[status]
        bars.append(Bar(status, label, count, start))
        start += count
    return bars
