"""The rules of our own: one file per rule, one defect each, found by walking this package."""

from accessibility.rules.base import Answer, Rule, RuleResult, all_rules

__all__ = ["Answer", "Rule", "RuleResult", "all_rules"]
