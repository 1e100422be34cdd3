"""A whole audit as one EARL graph, in JSON-LD (https://www.w3.org/TR/EARL10-Schema/)."""

import json
from collections.abc import Iterator

from accessibility.earl import CONTEXT, nodes_of_page, software
from audits.auditing.exports.reports import reports
from audits.models.audit import Audit


def earl(audit: Audit) -> Iterator[str]:
    """The graph in pieces: a node to a line."""
    yield f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [\n{json.dumps(software(audit.versions))}'
    for report in reports(audit):
        for node in nodes_of_page(report):
            yield ",\n" + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"
