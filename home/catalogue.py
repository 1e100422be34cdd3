"""What a catalogue of procedures shows of itself: the sheets that answer what a visitor chose, in groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from django.core.paginator import Page as PageOfSheets
from django.core.paginator import Paginator
from django.db.models import QuerySet

from home.french_words import fold, sought_stems, stems
from home.models.procedure_lists import CatalogueEntry, LifeEvent, Topic
from home.models.procedures import ServicePage

if TYPE_CHECKING:
    from home.models.procedure_catalogue import ServiceCataloguePage

SHEETS_PER_PAGE = 20
LONGEST_QUERY = 100
_MOST_FOUND = 200
NO_TOPIC = "Autres démarches"


@dataclass(frozen=True)
class Choice:
    """What a visitor asked for; nothing at first."""

    event: LifeEvent | None = None
    topic: Topic | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.event or self.topic or self.words)

    @property
    def parts(self) -> list[str]:
        """The choice in the words of the page, for its title and its heading."""
        quoted = [entry.name for entry in (self.event, self.topic) if entry]
        return [f"«\u00a0{name}\u00a0»" for name in (*quoted, self.words) if name]


@dataclass(frozen=True)
class Group:
    """Sheets under one heading; under none when the order says more than topics would."""

    title: str
    sheets: list[ServicePage]


@dataclass(frozen=True)
class Shown:
    """One page of the catalogue."""

    choice: Choice
    events: list[LifeEvent]
    topics: list[Topic]
    page_of_results: PageOfSheets
    groups: list[Group] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.page_of_results.paginator.count

    @property
    def page_numbers(self) -> Iterable:
        return self.page_of_results.paginator.get_elided_page_range(self.page_of_results.number, on_each_side=1)

    @property
    def ellipsis(self) -> str:
        return self.page_of_results.paginator.ELLIPSIS


def show(catalogue: "ServiceCataloguePage", asked: Mapping[str, str]) -> Shown:
    """The sheets that answer `evenement`, `theme` and `mots`; names that are not in the lists are passed over."""
    online = _online(catalogue)
    events, topics = _in_use(LifeEvent, online), _in_use(Topic, online)
    choice = Choice(
        _named(events, asked.get("evenement")),
        _named(topics, asked.get("theme")),
        " ".join(asked.get("mots", "").split())[:LONGEST_QUERY],
    )
    sheets = _answering(online, choice)
    page = Paginator(sheets, SHEETS_PER_PAGE).get_page(asked.get("page"))
    return Shown(choice, events, topics, page, _groups(list(page), choice))


def _online(catalogue: "ServiceCataloguePage") -> QuerySet[ServicePage]:
    return ServicePage.objects.child_of(catalogue).live().public() if catalogue.pk else ServicePage.objects.none()


def _in_use(kind: type[CatalogueEntry], online: QuerySet[ServicePage]) -> list[CatalogueEntry]:
    """The entries that lead to a sheet, in the editors' order."""
    return list(kind.objects.filter(services__in=online).distinct())


def _named(entries: Iterable[CatalogueEntry], slug: str | None) -> CatalogueEntry | None:
    return next((entry for entry in entries if entry.slug == slug), None)


def _answering(online: QuerySet[ServicePage], choice: Choice) -> list[ServicePage]:
    """The sheets, those that hold the words in their titles first, else by topic and title."""
    chosen = online.prefetch_related("topics")
    if choice.event:
        chosen = chosen.filter(life_events=choice.event)
    if choice.topic:
        chosen = chosen.filter(topics=choice.topic)
    if not choice.words:
        return sorted(chosen, key=lambda sheet: (() if choice.topic else _place(sheet), fold(sheet.title)))
    places = {pk: place for place, pk in enumerate(_found(online, choice.words))}
    return sorted((sheet for sheet in chosen if sheet.pk in places), key=lambda sheet: places[sheet.pk])


def _found(online: QuerySet[ServicePage], query: str) -> list[int]:
    """The keys of the sheets that have all the words, best first."""
    sought = sought_stems(query)
    if not sought:
        return []
    found = list(online.search(" ".join(sought), operator="and")[:_MOST_FOUND])
    return [sheet.pk for sheet in sorted(found, key=lambda sheet: -len(set(sought) & set(stems(sheet.title))))]


def _topic(sheet: ServicePage) -> Topic | None:
    """The first of a sheet's topics, under which it is shown once."""
    return min(sheet.topics.all(), key=lambda topic: (topic.sort_order or 0, topic.pk), default=None)


def _place(sheet: ServicePage) -> tuple:
    topic = _topic(sheet)
    return (1, 0, 0) if topic is None else (0, topic.sort_order or 0, topic.pk)


def _groups(sheets: list[ServicePage], choice: Choice) -> list[Group]:
    """The sheets by topic; all together where a choice leaves so few that titles would be as many as sheets."""
    if not sheets:
        return []
    by_topic = [(topic, list(members)) for topic, members in groupby(sheets, key=_topic)]
    too_few = choice and len(sheets) < 2 * len(by_topic)
    if choice.topic or choice.words or too_few:
        return [Group("", sheets)]
    return [Group(topic.name if topic else NO_TOPIC, members) for topic, members in by_topic]
