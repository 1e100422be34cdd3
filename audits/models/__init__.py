"""What the gate, the audits and the statement keep in the database."""

from audits.models.appeal import Appeal
from audits.models.audit import Audit, AuditFinding, AuditPage, AuditScreenshot
from audits.models.complaint import AccessibilityComplaint
from audits.models.document import DocumentCheck, DocumentExemption
from audits.models.draft_check import DraftCheck
from audits.models.gate import PendingPublication, Refusal, Seal, Verdict
from audits.models.let_through import Derogation, LaissezPasser
from audits.models.live_state import LiveFault, LiveState, Recheck
from audits.models.ratchet import GateRules, LiveDefect
from audits.models.statement import AccessibilityStatement
from audits.models.urgent import UrgentPublication

__all__ = [
    "AccessibilityComplaint",
    "AccessibilityStatement",
    "Appeal",
    "Audit",
    "AuditFinding",
    "AuditPage",
    "AuditScreenshot",
    "LiveFault",
    "LiveState",
    "Derogation",
    "GateRules",
    "LaissezPasser",
    "LiveDefect",
    "DocumentCheck",
    "DocumentExemption",
    "DraftCheck",
    "PendingPublication",
    "Recheck",
    "Refusal",
    "Seal",
    "UrgentPublication",
    "Verdict",
]
