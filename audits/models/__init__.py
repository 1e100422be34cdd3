"""What the gate, the audits and the statement keep in the database."""

from audits.models.audit import Audit, AuditFinding, AuditPage, AuditScreenshot
from audits.models.complaint import AccessibilityComplaint
from audits.models.draft_check import DraftCheck
from audits.models.gate import PendingPublication, Refusal, Seal, Verdict
from audits.models.statement import AccessibilityStatement

__all__ = [
    "AccessibilityComplaint",
    "AccessibilityStatement",
    "Audit",
    "AuditFinding",
    "AuditPage",
    "AuditScreenshot",
    "DraftCheck",
    "PendingPublication",
    "Refusal",
    "Seal",
    "Verdict",
]
