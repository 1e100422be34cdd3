"""Audit one page from the terminal, without storing anything."""

from urllib.parse import urljoin, urlsplit

from django.core.management.base import BaseCommand, CommandError

from accessibility.crawler import Crawl, CrawlError, Limits, Refused
from accessibility.text_report import page_text
from audits.auditing.options import network_rules
from audits.auditing.queries import default_start_url
from audits.auditing.reasons import in_french

SOMETHING_FAILED, NOT_CHECKED = 1, 2


class Command(BaseCommand):
    """Checks one page and prints its report; exit status 0 nothing failed, 1 something failed, 2 not checked."""

    help = "Check one page of the default site (a path), or any public page (an address), and print its report."

    def add_arguments(self, parser) -> None:
        parser.add_argument("path", metavar="PATH", help="path on the default site, or a whole address")
        parser.add_argument("--timeout", type=float, default=30, help="seconds for the page (%(default)s)")

    def handle(self, *args, **options) -> None:
        address = options["path"]
        if urlsplit(address).scheme not in ("http", "https"):
            address = urljoin(default_start_url(), address)
        try:
            crawl = Crawl(
                address,
                rules=network_rules(),
                limits=Limits(pages=1),
                timeout=options["timeout"],
                follow=False,
                ignore_robots=True,
            )
            with crawl:
                visit = next(crawl.visits())
        except (CrawlError, Refused) as error:
            raise CommandError(in_french(str(error)), returncode=NOT_CHECKED) from error
        if visit.report is None:
            raise CommandError(f"{visit.target.address} : {in_french(visit.reason)}", returncode=NOT_CHECKED)
        self.stdout.write(page_text(visit.report.as_json()))
        if visit.report.failures:
            raise SystemExit(SOMETHING_FAILED)
