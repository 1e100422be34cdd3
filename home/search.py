"""The search engine of the portal: which pages answer, and the passage of each that says why.

Pages are indexed by the stems of their words, and queries are reduced to stems too: accents, plurals and ligatures do
not matter, on any database.
"""

import re
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count, Max
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.french_words import fold, sought_stems, stems, words
from home.languages import home_of

PASSAGE = 240
STEMMED = ("stemmed_title", "stemmed_text")
_NEVER_SHOWN = frozenset((*STEMMED, "title", "seo_title", "search_description"))
# Any blank but those that keep words together.
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
_HOURS_OF_VOCABULARY = 12
_MOST_RESULTS = 200
_SHORTEST_CORRECTED = 4
_LETTERS_BY_MISTAKE = 4
"""A mistake is forgiven for every so many letters."""


@dataclass(frozen=True)
class Found:
    """What a search found. `pages`: the pages, best first, as `Page`; a page's own type is to be asked of each.

    `corrected`: the query that was searched instead, when a word of the one asked for was in no page.
    `partial`: no page has all the words; those that have some of them are given.
    """

    pages: list[Page]
    corrected: str = ""
    partial: bool = False


def find(site: Site | None, query: str) -> Found:
    """The public pages of a site, in the visitor's language, that answer a query.

    With all its words, else corrected, else with some of them.
    """
    asked = sought_stems(query)
    if site is None or not asked:
        return Found([])
    if pages := _search(site, asked):
        return Found(pages)
    corrected = correction(site, query)
    if corrected and (pages := _search(site, sought_stems(corrected))):
        return Found(pages, corrected=corrected)
    if len(asked) > 1 and (pages := _search(site, sought_stems(corrected or query), "or")):
        return Found(pages, corrected=corrected, partial=True)
    return Found([])


def _search(site: Site, sought: list[str], operator: str = "and") -> list[Page]:
    """The pages that answer, those first whose titles hold most of the words."""
    found = list(_public_pages(site).search(" ".join(sought), operator=operator)[:_MOST_RESULTS])
    return sorted(found, key=lambda page: -len(set(sought) & set(stems(page.title))))


def _public_pages(site: Site) -> PageQuerySet:
    """The pages that are searched: those of the visitor's language."""
    return Page.objects.descendant_of(home_of(site), inclusive=True).live().public()


def correction(site: Site, query: str) -> str:
    """The query with each word that no page has replaced by the nearest one; empty when nothing is near."""
    vocabulary = _vocabulary(site)
    pieces, last, changed = [], 0, False
    for word in words(query):
        typed = query[word.start : word.end]
        nearest = typed if word.stem in vocabulary else _nearest(fold(typed), vocabulary)
        changed = changed or nearest != typed
        pieces += [query[last : word.start], nearest]
        last = word.end
    return "".join([*pieces, query[last:]]) if changed else ""


def _nearest(typed: str, vocabulary: dict[str, str]) -> str:
    if len(typed) < _SHORTEST_CORRECTED:
        return typed
    spellings = {word: fold(word) for word in vocabulary.values()}
    mistakes = max(1, len(typed) // _LETTERS_BY_MISTAKE)
    best = process.extractOne(typed, spellings, scorer=DamerauLevenshtein.distance, score_cutoff=mistakes)
    return best[2] if best else typed


def _vocabulary(site: Site) -> dict[str, str]:
    """Every stem of the site's public pages, with a word that has it, as it is spelt."""
    pages = _public_pages(site)
    state = pages.aggregate(count=Count("pk"), last=Max("last_published_at"))
    key = f"search-vocabulary-{home_of(site).pk}-{state['count']}-{state['last'] and state['last'].timestamp()}"
    if (known := cache.get(key)) is None:
        known = {}
        for page in pages.specific().iterator():
            text = f"{page.title} {text_of(page)}"
            for word in words(text):
                known.setdefault(word.stem, text[word.start : word.end].lower())
        cache.set(key, known, _HOURS_OF_VOCABULARY * 3600)
    return known


def text_of(page: Page) -> str:
    """All that a page says beside its title, as one line of plain text, no-break spaces kept."""
    fields = (f for f in page.get_search_fields() if isinstance(f, index.SearchField))
    values = (f.get_value(page) for f in fields if f.field_name not in _NEVER_SHOWN)
    return _BREAKS.sub(" ", " ".join(_flat(values))).strip()


def _flat(values):
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _flat(value)
        elif value:
            yield str(value)


def passage(page: Page, query: str) -> SafeString:
    """The part of a page where the words of a query first stand, with these words marked."""
    text = text_of(page)
    sought = set(sought_stems(query))
    place = next((word.start for word in words(text) if word.stem in sought), 0)
    start = max(0, place - PASSAGE // 4)
    if start:
        start = text.find(" ", start) + 1
    end = min(len(text), start + PASSAGE)
    if end < len(text):
        end = text.rfind(" ", start, end)
    shown = highlight(text[start:end], query)
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def highlight(text: str, query: str) -> SafeString:
    """The text with each word that the query asks for in a mark."""
    sought = set(sought_stems(query))
    pieces, last = [], 0
    for word in words(text):
        if word.stem in sought:
            pieces.append((text[last : word.start], text[word.start : word.end]))
            last = word.end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[last:])
