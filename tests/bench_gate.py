"""What the gate costs an editor, on the pages of the demonstration, in one run: `python -m tests.bench_gate`.

The reference is the least that judging in a browser can cost: the same HTML loaded in a fresh window of a warm browser,
and `axe.run()` with the rules of the RGAA, nothing else. Both are taken page by page in turn, so that what else the
machine does weighs on both.
"""

import copy
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from accessibility import axe
from accessibility.browser import Browser
from accessibility.site_files import FileRoot, Site, SiteProxy
from audits.gate import assets
from audits.gate.draft_checks import check_draft
from audits.gate.judging import judge, rendering_of
from audits.models import Seal, Verdict
from home.demo import town
from home.models import StandardPage
from tests.gate import running_checker

PAGES, EDITORS, SIZE = 50, 10, 30_000
_RUN_AXE = """
axe.run(document, {runOnly: ["RGAAv4"], resultTypes: ["violations"]}).then((results) => results.violations.length)
"""


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def load_town() -> list[Page]:
    """The demonstration's pages, all online as after good verdicts: what is measured comes after."""
    call_command("migrate", verbosity=0)
    pages = town.load_drafts()
    for page in pages:
        verdict = Verdict.objects.create(key=f"bench-{page.pk}", accepted=True)
        Seal.objects.create(page_id=page.pk, verdict=verdict)
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(live=True)
    Seal.objects.all().delete()
    return [page.specific for page in Page.objects.filter(pk__in=[page.pk for page in pages])]


class BareAxe:
    """Navigation and axe alone, with the site's files at hand."""

    def __enter__(self) -> "BareAxe":
        self.proxy = SiteProxy()
        self.browser = Browser(proxy=self.proxy.address)
        self.browser.start()
        self.roots = [FileRoot(prefix, tuple(map(Path, folders))) for prefix, folders in assets.roots()]
        return self

    def __exit__(self, *_) -> None:
        self.browser.stop()
        self.proxy.close()

    def run(self, html: str) -> None:
        address = "http://banc.localhost/"
        self.proxy.show(Site(address, html, self.roots))
        with self.browser.window() as window:
            window.navigate(address)
            window.evaluate(";\n".join((axe.script(), _RUN_AXE)), window.main_frame)


def another(page: Page, number: int) -> Page:
    """A copy of the page with a title of its own: nothing is known of it yet."""
    page = copy.copy(page)
    page.title = f"{page.title} ({number})"
    return page


def decisions(pages: list[Page]) -> None:
    """A whole decision (render, hash, judge, keep) against the reference, page by page."""
    taken, reference, sizes = [], [], []
    with BareAxe() as bare:
        for number, page in enumerate(pages[:3]):
            judge(another(page, PAGES + number))
            bare.run(rendering_of(page).html)
        for number, page in enumerate(pages):
            page = another(page, number)
            html = rendering_of(page).html
            taken.append(seconds(lambda page=page: judge(page)))
            reference.append(seconds(lambda html=html: bare.run(html)))
            sizes.append(len(html.encode()))
    ratios = [one / other for one, other in zip(taken, reference, strict=True)]
    near = min(range(len(sizes)), key=lambda position: abs(sizes[position] - SIZE))
    said(f"page of {sizes[near] / 1000:.0f} kB: navigation and axe.run() alone", reference[near])
    said(f"page of {sizes[near] / 1000:.0f} kB: whole decision", taken[near], ratios[near])
    said(f"{len(pages)} pages: whole decision, median", statistics.median(taken), statistics.median(ratios))
    said(f"{len(pages)} pages: whole decision, 95 %", percentile(taken, 0.95))
    said(f"{len(pages)} pages: the reference, 95 %", percentile(reference, 0.95))
    said(f"{len(pages)} pages: same ratio, 95 %", None, percentile(ratios, 0.95))


def repeated(pages: list[Page]) -> None:
    """Publishing a draft that was checked. The gate looks its verdict up once; the rest is Wagtail's own publishing."""
    published, looked_up = [], []
    for page in pages:
        page.save_revision(clean=False)
        check_draft(page)
        revision = page.save_revision(clean=False)
        looked_up.append(seconds(lambda page=page: judge(page)))
        published.append(seconds(revision.publish))
    whole, once = statistics.median(published), statistics.median(looked_up)
    said("publishing a checked draft, Wagtail's part", whole - once)
    said("publishing a checked draft, the gate included", whole, whole / (whole - once))
    said("of which looking a verdict up", once)


def editors(pages: list[Page]) -> None:
    """Editors who publish new content at once, against as many one after the other."""

    def publish(page: Page) -> None:
        page.save_revision(clean=False).publish()
        connection.close()

    first, second = pages[:EDITORS], pages[EDITORS : 2 * EDITORS]
    for number, page in enumerate((*first, *second)):
        # Its body alone: a title is shown by the pages around, which others are publishing.
        added = {"type": "paragraph", "value": f"<p>Passage {number} à publier.</p>"}
        page.body = page.body.stream_block.to_python([*page.body.raw_data, added])
    one_by_one = seconds(lambda: [publish(page) for page in first])
    with ThreadPoolExecutor(EDITORS) as pool:
        at_once = seconds(lambda: list(pool.map(publish, second)))
    said(f"{EDITORS} editors, one after the other", one_by_one)
    said(f"{EDITORS} editors at once", at_once, at_once / one_by_one)


def said(label: str, spent: float | None, ratio: float | None = None) -> None:
    shown = f"{spent * 1000:8.0f} ms" if spent is not None else " " * 11
    print(f"{label:<52} {shown}" + (f"   × {ratio:.2f}" if ratio is not None else ""), flush=True)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, running_checker(Path(folder) / "checker.sock") as checker:
        settings.PARVIS_CHECKER_SOCKET = checker.socket
        pages = load_town()
        if len(pages) < PAGES:
            sys.exit(f"the demonstration has {len(pages)} pages, {PAGES} are wanted")
        ordinary = [page for page in pages if isinstance(page, StandardPage)]
        heaviest = sorted(pages, key=lambda page: len(rendering_of(page).html or ""), reverse=True)
        decisions(heaviest[:PAGES])
        repeated(ordinary[:20])
        editors(ordinary[20 : 20 + 2 * EDITORS])


if __name__ == "__main__":
    main()
