"""Aliases follow their page, each judged where it stands before it changes."""

from django.db import transaction
from wagtail.models import Page

from audits.gate.blocking import accepts
from audits.gate.errors import VerdictUnavailable
from audits.gate.judging import judge, known_verdict
from audits.gate.pending import ask_later
from audits.gate.ratchet import see_live_defects
from audits.gate.refusals import record_refusal


class GatedAliasesMixin:
    """For every page type of the house: an alias whose new content has no accepting verdict keeps the old one."""

    def update_aliases(self, *, revision=None, _content=None, _updated_ids=None):
        """Update the aliases that may follow; hold the others back, with a refusal or a pending publication."""
        content = _content if _content is not None else self.serializable_data()
        passed_over = list(_updated_ids or ())
        for alias in self.specific_class.objects.filter(alias_of=self).exclude(id__in=passed_over):
            if not _may_follow(alias, content):
                passed_over.append(alias.pk)
        super().update_aliases(revision=revision, _content=content, _updated_ids=passed_over)

    update_aliases.alters_data = True


def alias_with_content(alias: Page, content: dict) -> Page:
    """The alias as following would make it: the content of its page, at its own address."""
    candidate = alias.with_content_json(content)
    candidate.slug = alias.slug
    return candidate


def _may_follow(alias: Page, content: dict) -> bool:
    candidate = alias_with_content(alias, content)
    try:
        in_transaction = transaction.get_connection().in_atomic_block
        verdict = known_verdict(candidate) if in_transaction else judge(candidate)
        if verdict is not None and verdict.content_findings:
            see_live_defects(alias)
    except VerdictUnavailable:
        verdict = None
    if verdict is None:
        ask_later(alias, content, door="follow")
        return False
    if not accepts(verdict, candidate):
        record_refusal(alias, verdict, door="follow")
        return False
    return True
