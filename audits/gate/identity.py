"""What makes a finding known again from one draft to the next."""

from typing import Any, NamedTuple

from audits.models.component import component_of
from audits.models.element import ElementDecision


class Identity(NamedTuple):
    """The rule, the normalised code of the element, the block that wrote it, and a digest of all that is in it."""

    rule: str
    element: str
    block: str
    digest: str

    @property
    def kind(self) -> tuple[str, str, str]:
        """The same without the digest: a defect that was there stays the same when the text around it changes."""
        return self.rule, self.element, self.block


def identity_of(finding: dict[str, Any]) -> Identity:
    """The identity of a finding as a verdict keeps it."""
    return Identity(
        finding["rule"],
        component_of(finding["html"]),
        finding.get("provenance") or "",
        finding.get("digest") or "",
    )


def identity_decided(decision: ElementDecision) -> Identity:
    """The identity of the element that a decision is about."""
    return Identity(decision.rule, decision.element, decision.block, decision.digest)


def fields_about(finding: dict[str, Any]) -> dict[str, Any]:
    """The fields of a decision on this finding (`audits.models.element.ElementDecision`)."""
    return {**identity_of(finding)._asdict(), "finding": finding}
