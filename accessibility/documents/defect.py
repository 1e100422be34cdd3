"""What a check says of a document, before it is made into a finding of the report."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from accessibility.findings import Finding
from accessibility.outcome import Verdict

TEST = "13.3.1"
_MOST_PAGES_NAMED = 8


class UnreadableDocument(Exception):
    """The document cannot be judged; the message says why, in one line."""


@dataclass(frozen=True)
class Defect:
    """A certain defect (`fail`), or what a person must look at (`review`).

    `where`: the place as a person finds it (« page 3 »), or « document ». `excerpt`: the tag and the text concerned.
    """

    rule: str
    verdict: Verdict
    where: str
    excerpt: str
    message: str
    fix: str

    def as_json(self) -> dict[str, str]:
        """As the process that reads documents hands it back."""
        return asdict(self)

    def as_finding(self) -> Finding:
        """The same, in the shape of the findings of pages."""
        rgaa, verdict = (TEST,), Verdict(self.verdict)
        return Finding(rgaa, self.rule, verdict, "rule", (self.where,), self.excerpt, self.message, self.fix)


def fail(rule: str, where: str, excerpt: str, message: str, fix: str) -> Defect:
    """A certain defect."""
    return Defect(rule, Verdict.FAIL, where, excerpt, message, fix)


def review(rule: str, where: str, excerpt: str, message: str, fix: str) -> Defect:
    """What a person must look at."""
    return Defect(rule, Verdict.REVIEW, where, excerpt, message, fix)


def grouped(defects: Iterable[Defect]) -> list[Defect]:
    """The same defect said of several elements is said once, with the pages where it is and how many times."""
    together: dict[tuple[str, Verdict, str], list[Defect]] = {}
    for defect in defects:
        together.setdefault((defect.rule, defect.verdict, defect.message), []).append(defect)
    return [_as_one(many) for many in together.values()]


def pages_named(numbers: Iterable[int]) -> str:
    """Pages as a person names them; « document » without any."""
    pages = sorted(set(numbers))
    if not pages:
        return "document"
    listed = ", ".join(map(str, pages[:_MOST_PAGES_NAMED]))
    return f"page{'s' if len(pages) > 1 else ''} {listed}{'…' if len(pages) > _MOST_PAGES_NAMED else ''}"


def _as_one(many: list[Defect]) -> Defect:
    first = many[0]
    if len(many) == 1:
        return first
    pages = [int(number) for defect in many for number in re.findall(r"\d+", defect.where)]
    return replace(first, where=pages_named(pages), message=f"{first.message} ({len(many)}\u00a0fois)")
