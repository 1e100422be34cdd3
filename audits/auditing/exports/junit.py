"""An audit for continuous integration, in the XML of JUnit that every one reads (GitLab, Jenkins, GitHub's actions).

A page is a suite and a criterion is a case of it: what fails is then read as « this page, this criterion », and a
build knows a defect again from one run to the next. A criterion that a person must decide is skipped, and says so; a
page that could not be judged is an error, never a success.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import quoteattr

from accessibility import rgaa
from accessibility.outcome import Status, Verdict
from audits.auditing.exports.reports import reports
from audits.models.audit import Audit

_NOT_OF_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = {Status.NT: "à faire vérifier par une personne", Status.NA: "non applicable"}


def junit(audit: Audit) -> Iterator[str]:
    """The document in pieces: a suite for each page."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name={quoteattr(_text(audit.start_url))}>\n'
    for report in reports(audit):
        yield tostring(_lost(report) if "error" in report else _suite(report), encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _text(text: str) -> str:
    return _NOT_OF_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _lost(report: dict[str, Any]) -> Element:
    address = _text(report["url"])
    suite = Element("testsuite", name=address, tests="1", failures="0", errors="1", skipped="0")
    case = SubElement(suite, "testcase", classname=address, name="La page peut être auditée")
    SubElement(case, "error", message=_text(report["error"]))
    return suite


def _suite(report: dict[str, Any]) -> Element:
    reference = rgaa.load(report["versions"]["rgaa"])
    counts = {status: list(report["criteria"].values()).count(status) for status in Status}
    address = _text(report["url"])
    suite = Element(
        "testsuite",
        name=address,
        tests=str(len(report["criteria"])),
        failures=str(counts[Status.NC]),
        errors="0",
        skipped=str(counts[Status.NT] + counts[Status.NA]),
        time=f"{report['ms']['total'] / 1000:.3f}",
    )
    failures = _failures_by_criterion(report["findings"])
    for number, status in report["criteria"].items():
        name = f"{number} {reference.criteria[number].title}"
        case = SubElement(suite, "testcase", classname=address, name=name)
        if status == Status.NC:
            found = failures[number]
            message = found[0]["message"] if len(found) == 1 else f"{len(found)} défauts d’accessibilité"
            failure = SubElement(case, "failure", type=f"RGAA {number}", message=_text(message))
            failure.text = _text("\n\n".join(_said(finding) for finding in found))
        elif status in _SKIPPED:
            SubElement(case, "skipped", message=_SKIPPED[Status(status)])
    return suite


def _failures_by_criterion(findings: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    failures = defaultdict(list)
    for finding in findings:
        if finding["verdict"] == Verdict.FAIL:
            for criterion in {test.rpartition(".")[0] for test in finding["rgaa"]}:
                failures[criterion].append(finding)
    return failures


def _said(finding: dict[str, Any]) -> str:
    place = " › ".join(finding["targets"])
    head = f"[{', '.join(finding['rgaa'])}] {finding['message']} ({finding['rule']})"
    return "\n".join(line for line in (head, finding["fix"], place, finding["html"]) if line)
