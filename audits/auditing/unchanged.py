"""Pages that did not change since an earlier audit: which they are, and the copy of what was found in them."""

from django.db.models import QuerySet

from accessibility.crawler import Visit
from accessibility.several_pages import all_several_pages_rules
from audits.auditing.errors import AuditError
from audits.models.audit import Audit, AuditFinding, AuditPage

_BATCH = 500
RULES_OF_SEVERAL_PAGES = [rule.id for rule in all_several_pages_rules()]
"""What these found is of one audit: it depends on the other pages, and is found again."""


def unchanged_inputs(audit: Audit) -> dict[str, str]:
    """By address, the digest under which a verdict of the last finished audit may be taken over.

    Empty when the audit is to judge every page, or when none was made before by the same engine, from the same address
    and with the same sign-in.
    """
    if audit.options.get("fresh"):
        return {}
    earlier = Audit.objects.filter(
        start_url=audit.start_url,
        engine_fingerprint=audit.engine_fingerprint,
        state=Audit.State.FINISHED,
        pk__lt=audit.pk,
    ).order_by("-pk")
    wanted = audit.options.get("sign_in", "")
    last = next((other for other in earlier if other.options.get("sign_in", "") == wanted), None)
    if last is None:
        return {}
    judged = last.pages.filter(state=AuditPage.State.DONE).exclude(inputs="")
    return dict(judged.values_list("address", "inputs"))


def take_over(page: AuditPage, visit: Visit) -> None:
    """Copy into a page, not saved here, the verdict that was given under the same inputs, and its findings.

    Raises AuditError when the earlier page has been deleted meanwhile.
    """
    same = AuditPage.objects.filter(inputs=visit.inputs, address=page.address, state=AuditPage.State.DONE)
    earlier = same.filter(audit__engine_fingerprint=page.audit.engine_fingerprint).order_by("pk").first()
    if earlier is None:
        raise AuditError(
            f"L’audit dont {page.address} devait être reprise a été supprimé pendant celui-ci. "
            "Reprenez-le : cette page sera auditée."
        )
    page.title, page.tests = earlier.title, earlier.tests | earlier.tests_alone
    page.taken_from, page.judged_at = earlier, earlier.judged_at or earlier.visited_at
    rows = list(found_alone(earlier).order_by("pk"))
    page.failures = sum(row.verdict == AuditFinding.Verdict.FAIL for row in rows)
    page.reviews = len(rows) - page.failures
    for row in rows:
        row.pk, row.page, row.screenshot, row._state.adding = None, page, None, True
    AuditFinding.objects.bulk_create(rows, batch_size=_BATCH)


def found_alone(page: AuditPage) -> QuerySet[AuditFinding]:
    """What was found in a page without comparing it with others."""
    return page.findings.exclude(rule__in=RULES_OF_SEVERAL_PAGES)
