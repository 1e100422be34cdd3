"""What the gate and the audits keep in the database."""

from audits.models.audit import Audit, AuditFinding, AuditPage
from audits.models.gate import PendingPublication, Refusal, Seal, Verdict

__all__ = ["Audit", "AuditFinding", "AuditPage", "PendingPublication", "Refusal", "Seal", "Verdict"]
