"""Reads of the sample of an audit: its pages by process, its share at random, what it lacks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from accessibility.addresses import Scope
from accessibility.outcome import percent_rounded_down
from audits.auditing.sampling import kind_of, least_at_random
from audits.models.audit import Audit, AuditPage
from audits.models.sample_kind import NAMED, SampleKind

IN_SAMPLE = (AuditPage.State.WAITING, AuditPage.State.DONE, AuditPage.State.ERROR, AuditPage.State.DOCUMENT)


@dataclass(frozen=True)
class Sample:
    """The sample of an audit. `missing`: the kinds that the site seems to have, each with the address of a page."""

    pages: tuple[AuditPage, ...]
    documents: tuple[AuditPage, ...]
    missing: tuple[tuple[SampleKind, str], ...] = ()
    seed: int | None = None

    @property
    def at_random(self) -> int:
        """How many pages were drawn."""
        return sum(page.kind == SampleKind.RANDOM for page in self.pages)

    @property
    def share(self) -> Fraction:
        """The share of the pages that were drawn, of 1; documents are not counted."""
        return Fraction(self.at_random, len(self.pages)) if self.pages else Fraction(0)

    @property
    def share_text(self) -> str:
        """The share as a percentage, never rounded up, with its sign."""
        return f"{percent_rounded_down(self.share, 1).removesuffix(',0')}\N{NO-BREAK SPACE}%"

    @property
    def lacks_at_random(self) -> int:
        """How many more pages are to be drawn for a tenth of the whole; 0 when there are enough."""
        return max(0, least_at_random(len(self.pages) - self.at_random) - self.at_random)

    @property
    def groups(self) -> list[tuple[str, list[AuditPage]]]:
        """Pages and documents by process, by name; those of no process first, under an empty name."""
        by_process: dict[str, list[AuditPage]] = defaultdict(list)
        for page in (*self.pages, *self.documents):
            by_process[page.process].append(page)
        return sorted(by_process.items())

    @property
    def processes(self) -> list[str]:
        """The names of the processes."""
        return [name for name, _ in self.groups if name]


def sample_of(audit: Audit) -> Sample | None:
    """The sample of an audit; None when it has none, or none yet. Two queries."""
    if not audit.options.get("sample_chosen"):
        return None
    members = list(sample_pages(audit))
    documents = tuple(page for page in members if page.kind == SampleKind.DOCUMENT)
    pages = tuple(page for page in members if page.kind != SampleKind.DOCUMENT)
    return Sample(pages, documents, tuple(_missing(audit, pages)), audit.options.get("seed"))


def sample_pages(audit: Audit) -> QuerySet[AuditPage]:
    """The pages and documents of the sample of an audit, in the order in which they were met."""
    return audit.pages.filter(state__in=IN_SAMPLE).exclude(kind="").defer("tests").order_by("pk")


def documents_of(audit: Audit) -> list[AuditPage]:
    """The documents that a person is to check for an audit."""
    return list(audit.pages.filter(state=AuditPage.State.DOCUMENT).defer("tests").order_by("pk"))


def samples_to_reuse(audit: Audit) -> QuerySet[Audit]:
    """The other audits of the same start address that have a sample, the latest first."""
    others = Audit.objects.filter(start_url=audit.start_url, options__sample_chosen=True)
    return others.exclude(pk=audit.pk)


def start_page(audit: Audit) -> AuditPage | None:
    """The page that an audit began with."""
    return audit.pages.filter(address=audit.start_url).first()


def address_reached(audit: Audit) -> str:
    """Where the start address led, once it was visited."""
    page = start_page(audit)
    return page.final_url or page.address if page else audit.start_url


def scope_of(audit: Audit, *, documents: bool = False) -> Scope:
    """What counts as the audited site; its documents may be anywhere on its host."""
    return Scope.around(address_reached(audit), "/" if documents else audit.options.get("under", "/"))


def _missing(audit: Audit, pages: Iterable[AuditPage]) -> list[tuple[SampleKind, str]]:
    present = {page.kind for page in pages} | {kind_of(page.address, page.title) for page in pages}
    others = audit.pages.filter(state=AuditPage.State.OUTSIDE).exclude(kind=SampleKind.DOCUMENT).order_by("pk")
    found: dict[str, str] = {}
    for address, title in others.values_list("address", "title").iterator():
        kind = kind_of(address, title)
        if kind and kind not in present:
            found.setdefault(kind, address)
    return [(kind, found[kind]) for kind in NAMED if kind in found]
