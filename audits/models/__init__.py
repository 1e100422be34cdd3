"""What the gate, the audits and the statement keep in the database."""

from audits.models.audit import Audit, AuditFinding, AuditPage, AuditScreenshot
from audits.models.complaint import AccessibilityComplaint
from audits.models.gate import PendingPublication, Refusal, Seal, Verdict
from audits.models.live_state import LiveFault, LiveState, Recheck
from audits.models.statement import AccessibilityStatement

__all__ = [
    "AccessibilityComplaint",
    "AccessibilityStatement",
    "Audit",
    "AuditFinding",
    "AuditPage",
    "AuditScreenshot",
    "LiveFault",
    "LiveState",
    "PendingPublication",
    "Recheck",
    "Refusal",
    "Seal",
    "Verdict",
]
