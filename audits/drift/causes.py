"""Why what is online is no longer what it was: what of a page, or around it, changed since its last verdict."""

from audits.models import LiveState, Verdict
from audits.models.live_state import Cause


def causes(before: LiveState | None, content: str, verdict: Verdict) -> list[Cause]:
    """What changed between a state and a new verdict on a page of this content; nothing where it is not known."""
    known = before.verdict if before else None
    if known is None or not known.inputs or known.key == verdict.key:
        return []
    found = []
    if known.inputs["html"] != verdict.inputs["html"]:
        found.append(Cause.FRAME if before.content_hash == content else Cause.CONTENT)
    if any(known.inputs.get(name) != verdict.inputs.get(name) for name in ("files", "documents")):
        found.append(Cause.FILES)
    if known.inputs["engine"] != verdict.inputs["engine"]:
        found.append(Cause.ENGINE)
    return found
