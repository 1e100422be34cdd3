"""Reports in EARL 1.0, as JSON-LD: one assertion per page and RGAA test."""

from collections.abc import Iterator
from typing import Any

from accessibility import rgaa

CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dcterms": "http://purl.org/dc/terms/",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
}
_ASSERTOR = "_:parvis"


def assertions(row: dict[str, Any]) -> dict[str, Any]:
    """The EARL graph of one page. `row`: the page's report, or its error, as the command line's JSON has it."""
    subject, *nodes = nodes_of_page(row)
    assertor = [] if "error" in row else [software(row["versions"])]
    return {"@context": CONTEXT, "@graph": [subject, *assertor, *nodes]}


def software(versions: dict[str, str]) -> dict[str, Any]:
    """The node of the program that asserts."""
    return {
        "@type": "earl:Software",
        "@id": _ASSERTOR,
        "dcterms:title": "Parvis",
        "dcterms:hasVersion": f"{versions['engine']} (axe-core {versions['axe']})",
    }


def nodes_of_page(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The node of one page, then those of what is asserted of it; a page in error has only its own."""
    subject = {"@type": ["earl:TestSubject"], "@id": row["url"], "dcterms:title": row.get("title", "")}
    if "error" in row:
        yield subject | {"dcterms:description": row["error"]}
        return
    yield subject
    version = row["versions"]["rgaa"]
    reference = rgaa.load(version)
    for test, outcome in row["tests"].items():
        concerned = [finding for finding in row["findings"] if test in finding["rgaa"]]
        yield {
            "@type": "earl:Assertion",
            "earl:assertedBy": {"@id": _ASSERTOR},
            "earl:mode": {"@id": "earl:automatic"},
            "earl:subject": {"@id": row["url"]},
            "earl:test": {"@id": reference.tests[test].url, "dcterms:title": f"RGAA {version}, test {test}"},
            "earl:result": {
                "@type": "earl:TestResult",
                "outcome": f"earl:{outcome}",
                "dcterms:description": [finding["message"] for finding in concerned],
                "earl:pointer": [" ".join(finding["targets"]) for finding in concerned],
            },
        }
