"""A document in, a report out: the same shape as a page's."""

import json
import subprocess
import sys
import time

from accessibility import rgaa
from accessibility.documents.defect import TEST, Defect
from accessibility.documents.formats import name_of
from accessibility.documents.limits import MOST_BYTES
from accessibility.engine import versions
from accessibility.outcome import Outcome
from accessibility.page_errors import PageError
from accessibility.report import PageReport


def judge_document(data: bytes, url: str, *, timeout: float, status: int | None = None) -> PageReport:
    """Judge a document in a process of its own, within `timeout` seconds. Raises PageError when it cannot be.

    Only test 13.3.1 is answered, of this document: `failed`, or `cantTell`, never `passed`. The others are of the page
    that gives it, `untested` here. That an accessible version stands beside it is for a person to see.
    """
    started = time.monotonic()
    if len(data) > MOST_BYTES:
        raise PageError(f"too large to be judged: more than {MOST_BYTES} bytes")
    answer = _answer(data, name_of(url), timeout)
    if "error" in answer:
        raise PageError(answer["error"])
    findings = [Defect(**defect).as_finding() for defect in answer["defects"]]
    tests = dict.fromkeys(rgaa.load().tests, Outcome.UNTESTED)
    failed = any(finding.verdict == "fail" for finding in findings)
    tests[TEST] = Outcome.FAILED if failed else Outcome.CANT_TELL
    total = round((time.monotonic() - started) * 1000)
    return PageReport(url, status, answer["title"], versions(), tests, findings, {"total": total, "document": total})


def _answer(data: bytes, name: str, timeout: float) -> dict:
    command = [sys.executable, "-m", "accessibility.documents", name.replace("\0", "")]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=timeout, check=False)
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise PageError(f"not read within {timeout:g} s") from error
    except (ValueError, OSError) as error:
        raise PageError("the document cannot be read: the program that reads it was stopped") from error
