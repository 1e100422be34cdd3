"""A whole audit as one JSON object, described by `audit.schema.json` beside this module."""

import json
from collections.abc import Iterator
from typing import Any

from audits.auditing.exports.reports import place_in_sample, reports
from audits.auditing.sample import sample_of
from audits.auditing.summary import Summary, summarise
from audits.models.audit import Audit

FORMAT = "parvis-audit/1"


def json_document(audit: Audit) -> Iterator[str]:
    """The document in pieces: the summary, then a line for each page."""
    head = json.dumps(_head(summarise(audit)), ensure_ascii=False)
    yield f'{head[:-1]}, "pages": ['
    separator = "\n"
    for report in reports(audit):
        yield separator + json.dumps(report, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _head(summary: Summary) -> dict[str, Any]:
    audit, rate, bounds = summary.audit, summary.rate, summary.bounds if summary.done else None
    return {
        "format": FORMAT,
        "id": audit.pk,
        "start_url": audit.start_url,
        "state": audit.state,
        "started_at": audit.started_at.isoformat(),
        "ended_at": audit.ended_at.isoformat() if audit.ended_at else None,
        "error": audit.error,
        "versions": audit.versions,
        "options": audit.options,
        "counts": summary.counts,
        "criteria": {
            line.criterion.id: {"status": str(line.status), "pages_failing": line.pages_failing}
            for line in summary.criteria
        },
        "rate": str(rate) if rate is not None else None,
        "rate_bounds": [str(bounds.lowest), str(bounds.highest)] if bounds else None,
        "sample": _sample(audit),
    }


def _sample(audit: Audit) -> dict[str, Any] | None:
    sample = sample_of(audit)
    if sample is None:
        return None
    return {
        "seed": sample.seed,
        "pages": len(sample.pages),
        "at_random": sample.at_random,
        "share_at_random": str(sample.share),
        "processes": {name: [page.address for page in pages] for name, pages in sample.groups if name},
        "documents": [{"url": page.address} | place_in_sample(page) for page in sample.documents],
    }
