"""A finding: one defect, or one thing that a person must look at, on one element of a page."""

from dataclasses import dataclass, field
from typing import Any

from accessibility import rgaa
from accessibility.outcome import Verdict
from accessibility.page.model import Node


@dataclass(frozen=True)
class Finding:
    """A defect (`fail`) or a question to a person (`review`), with what is needed to find, understand and mend it.

    `rgaa`: numbers of the RGAA tests. `targets`: CSS selectors, one per document or shadow tree on the way from the
    page to the element (one only, mostly). `html`: the element's opening, shortened. `source`: `rule` or `axe`.
    """

    rgaa: tuple[str, ...]
    rule: str
    verdict: Verdict
    source: str
    targets: tuple[str, ...]
    html: str
    message: str
    fix: str
    act: tuple[str, ...] = ()
    """Identifiers of the W3C's ACT rules that the rule implements."""
    provenance: str | None = None
    """Path of the content that wrote the element (`body.<block uuid>`), where it is marked (page/provenance.py)."""
    subject: str = ""
    """Address of what the finding is about, where that is not its element and is the same from page to page."""
    node: Node | None = field(default=None, compare=False, repr=False)

    def as_json(self) -> dict[str, Any]:
        """The finding as the command line prints it."""
        wcag = rgaa.load().wcag_of(self.rgaa)
        data = {
            "rgaa": list(self.rgaa),
            "wcag": wcag,
            "en301549": rgaa.en301549_of(wcag),
            "rule": self.rule,
            "verdict": str(self.verdict),
            "source": self.source,
            "targets": list(self.targets),
            "html": self.html,
            "message": self.message,
            "fix": self.fix,
        }
        if self.act:
            data["act"] = list(self.act)
        return data | ({"provenance": self.provenance} if self.provenance else {})
