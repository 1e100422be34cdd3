"""What the gate and the audits keep in the database."""

from audits.models.gate import PendingPublication, Refusal, Seal, Verdict

__all__ = ["PendingPublication", "Refusal", "Seal", "Verdict"]
