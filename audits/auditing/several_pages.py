"""The tests that compare the pages of an audit, once all of them are judged."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q

from accessibility.crawler import Limits
from accessibility.outcome import Outcome
from accessibility.several_pages import Compared, PageTraits, Site, SitePage, compare
from accessibility.several_pages.traits import spot
from audits.auditing.actions import check_running, finding_row
from audits.auditing.options import AuditOptions
from audits.auditing.unchanged import RULES_OF_SEVERAL_PAGES
from audits.models.audit import Audit, AuditFinding, AuditPage

_BATCH = 500
_NOT_THERE = (404, 410)
_CHANGED = ("tests", "tests_alone", "failures", "reviews")


@transaction.atomic
def compare_pages(audit: Audit) -> None:
    """Store on each page of an audit that ends what the comparison with the others says of it; may be done again."""
    check_running(audit, "en comparer les pages")
    _forget(audit)
    compared = compare(site_of_audit(audit))
    pages = {page.pk: page for page in audit.pages.filter(pk__in=compared).defer("traits")}
    for number, said in compared.items():
        _add(pages[number], said)
    AuditPage.objects.bulk_update(pages.values(), _CHANGED, batch_size=_BATCH)


def site_of_audit(audit: Audit) -> Site:
    """The pages that an audit judged, as the engine compares them."""
    rows = audit.pages.order_by("pk")
    answers = rows.filter(http_status__in=_NOT_THERE).exclude(state=AuditPage.State.DONE)
    arrivals = rows.exclude(final_url="").values_list("address", "final_url")
    return Site(
        tuple(_pages(audit)),
        whole=_is_whole(audit),
        gone={spot(address): status for address, status in answers.values_list("address", "http_status")},
        arrivals={spot(address): spot(final) for address, final in arrivals},
    )


def _pages(audit: Audit) -> Iterator[SitePage]:
    judged = audit.pages.filter(state=AuditPage.State.DONE, traits__isnull=False).order_by("pk")
    rows = judged.values_list("pk", "address", "final_url", "traits", "depth", "process")
    for number, address, final, traits, depth, process in rows.iterator():
        addresses = tuple(dict.fromkeys((address, final or address)))
        yield SitePage(number, addresses, PageTraits.from_json(traits), depth, bool(process))


def _is_whole(audit: Audit) -> bool:
    """Whether every page of the site was judged: no sample, no part of it, none that waits or was lost."""
    options = AuditOptions.from_json(audit.options)
    if options.sample or options.under != "/" or options.sign_in or audit.pages.count() >= Limits().known:
        return False
    lost = audit.pages.filter(state=AuditPage.State.ERROR).exclude(http_status__in=_NOT_THERE)
    unknown = audit.pages.filter(state=AuditPage.State.DONE, traits__isnull=True)
    waiting = audit.pages.filter(state=AuditPage.State.WAITING)
    return not (lost.exists() or unknown.exists() or waiting.exists())


def _add(page: AuditPage, said: Compared) -> None:
    changed = {test: outcome for test, outcome in said.tests.items() if page.tests.get(test) != Outcome.FAILED}
    page.tests_alone = {test: page.tests.get(test, str(Outcome.UNTESTED)) for test in changed}
    page.tests = page.tests | {test: str(outcome) for test, outcome in changed.items()}
    rows = AuditFinding.objects.bulk_create([finding_row(page, finding) for finding in said.findings])
    failures = sum(row.verdict == AuditFinding.Verdict.FAIL for row in rows)
    page.failures += failures
    page.reviews += len(rows) - failures


def _forget(audit: Audit) -> None:
    """Take back what an earlier comparison said, of an audit whose process died before its end."""
    spoken_of = ~Q(tests_alone={}) | Q(findings__rule__in=RULES_OF_SEVERAL_PAGES)
    before = list(audit.pages.filter(spoken_of).distinct().defer("traits"))
    for page in before:
        found = page.findings.filter(rule__in=RULES_OF_SEVERAL_PAGES)
        failures = found.filter(verdict=AuditFinding.Verdict.FAIL).count()
        page.failures -= failures
        page.reviews -= found.count() - failures
        page.tests, page.tests_alone = page.tests | page.tests_alone, {}
        found.delete()
    AuditPage.objects.bulk_update(before, _CHANGED, batch_size=_BATCH)
