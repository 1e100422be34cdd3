"""Runs an audit to its end: crawls, stores each page as it comes, and closes the audit as it ended."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing

from accessibility.crawler import Crawl, CrawlError, Limits, Refused
from audits.auditing import actions, queries
from audits.auditing.options import SAMPLE_SIZE, AuditOptions, network_rules
from audits.auditing.origins import trace_origins
from audits.auditing.sampling import choose
from audits.auditing.screenshots import keep_screenshots
from audits.auditing.signing_in import recipe_of
from audits.auditing.unchanged import unchanged_inputs
from audits.models.audit import Audit, AuditPage

OnPage = Callable[[AuditPage], None]


def run_audit(audit: Audit, on_page: OnPage = lambda page: None) -> None:
    """Run an audit that was just started or resumed; `on_page` is told each page once it is stored.

    However it ends, the audit is closed accordingly: finished, failed, put down or cancelled as somebody asked while
    it ran, or interrupted by KeyboardInterrupt or by any other exception, which goes on its way.
    """
    try:
        with closing(_pages(audit)) as pages:
            for page in pages:
                on_page(page)
                if audit.wish:
                    break
    except (CrawlError, Refused) as error:
        actions.fail_audit(audit, str(error))
    except BaseException:
        actions.interrupt_audit(audit)
        raise
    else:
        if audit.wish:
            actions.stop_as_asked(audit)
        else:
            actions.finish_audit(audit)


def _pages(audit: Audit) -> Iterator[AuditPage]:
    options = AuditOptions.from_json(audit.options)
    if not options.sample:
        yield from _crawl(audit, options, Limits(pages=options.max_pages))
        return
    if not audit.options.get("sample_chosen"):
        yield from _crawl(audit, options, Limits(pages=1))
        waiting = audit.pages.filter(state=AuditPage.State.WAITING).values_list("address", flat=True)
        seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1_000_000)
        actions.choose_sample(audit, choose(waiting, size=min(options.max_pages, SAMPLE_SIZE), seed=seed), seed)
    yield from _crawl(audit, options, Limits(), follow=False)


def _crawl(audit: Audit, options: AuditOptions, limits: Limits, *, follow: bool = True) -> Iterator[AuditPage]:
    progress = queries.progress_of(audit)
    if not progress.waiting or progress.counted >= limits.pages:
        return
    crawl = Crawl(
        audit.start_url,
        rules=network_rules(),
        limits=limits,
        jobs=options.jobs,
        timeout=options.timeout,
        prefix=options.under,
        follow=follow,
        ignore_robots=options.ignore_robots,
        recipe=recipe_of(options),
        unchanged=unchanged_inputs(audit),
        screenshots=options.screenshots and not audit.screenshots_stopped,
        progress=progress,
    )
    with crawl:
        for visit in crawl.visits():
            page = actions.record_visit(audit, visit)
            if page is not None:
                keep_screenshots(audit, page, visit)
                crawl.screenshots = crawl.screenshots and not audit.screenshots_stopped
                trace_origins(audit, page)
                yield page
