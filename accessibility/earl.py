"""A page's report in EARL 1.0, as JSON-LD: one assertion per RGAA test."""

from typing import Any

from accessibility import rgaa

_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dcterms": "http://purl.org/dc/terms/",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
}


def assertions(row: dict[str, Any]) -> dict[str, Any]:
    """The EARL graph of one page. `row`: the page's report, or its error, as the command line's JSON has it."""
    subject = {"@type": ["earl:TestSubject"], "@id": row["url"], "dcterms:title": row.get("title", "")}
    if "error" in row:
        return {"@context": _CONTEXT, "@graph": [subject | {"dcterms:description": row["error"]}]}
    versions = row["versions"]
    assertor = {
        "@type": "earl:Software",
        "@id": "_:parvis",
        "dcterms:title": "Parvis",
        "dcterms:hasVersion": f"{versions['engine']} (axe-core {versions['axe']})",
    }
    reference = rgaa.load(versions["rgaa"])
    graph = [subject, assertor]
    for test, outcome in row["tests"].items():
        concerned = [finding for finding in row["findings"] if test in finding["rgaa"]]
        graph.append(
            {
                "@type": "earl:Assertion",
                "earl:assertedBy": {"@id": assertor["@id"]},
                "earl:mode": {"@id": "earl:automatic"},
                "earl:subject": {"@id": row["url"]},
                "earl:test": {
                    "@id": reference.tests[test].url,
                    "dcterms:title": f"RGAA {versions['rgaa']}, test {test}",
                },
                "earl:result": {
                    "@type": "earl:TestResult",
                    "outcome": f"earl:{outcome}",
                    "dcterms:description": [finding["message"] for finding in concerned],
                    "earl:pointer": [" ".join(finding["targets"]) for finding in concerned],
                },
            }
        )
    return {"@context": _CONTEXT, "@graph": graph}
