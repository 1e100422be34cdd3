"""The search engine of the portal: which pages answer, and the passage of each that says why."""

import re
import unicodedata

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

PASSAGE = 240
WORD = re.compile(r"\w+")
LIGATURES = str.maketrans({"œ": "o", "Œ": "O", "æ": "a", "Æ": "A"})


def fold(text: str) -> str:
    """The text without case and accents, of the same length, so that places in one are places in the other."""
    return "".join(unicodedata.normalize("NFD", character)[0] for character in text.translate(LIGATURES)).lower()


def words(query: str) -> list[str]:
    return WORD.findall(fold(query))


def find_pages(site: Site, query: str):
    """The public pages of a site that answer a query, best first."""
    searched = " ".join(WORD.findall(query))
    if not searched:
        return []
    pages = Page.objects.descendant_of(site.root_page, inclusive=True).live().public().specific()
    return pages.search(searched)


def text_of(page: Page) -> str:
    """All that a page says, as one line of plain text."""
    parts = [getattr(page, "introduction", "")]
    if body := getattr(page, "body", None):
        parts += body.stream_block.get_searchable_content(body)
    return " ".join(" ".join(str(part) for part in parts).split())


def passage(page: Page, query: str) -> SafeString:
    """The part of a page where the words of a query first stand, with these words marked."""
    text = text_of(page)
    folded = fold(text)
    places = [found.start() for word in words(query) if (found := re.search(rf"\b{word}", folded))]
    start = max(0, min(places, default=0) - PASSAGE // 4)
    if start:
        start = text.find(" ", start) + 1
    end = min(len(text), start + PASSAGE)
    if end < len(text):
        end = text.rfind(" ", start, end)
    shown = highlight(text[start:end], query)
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def highlight(text: str, query: str) -> SafeString:
    """The text with each word that begins like a word of the query in a mark."""
    searched = words(query)
    if not searched:
        return format_html("{}", text)
    pattern = re.compile(rf"\b(?:{'|'.join(searched)})\w*")
    pieces, last = [], 0
    for found in pattern.finditer(fold(text)):
        pieces += [(text[last : found.start()], text[found.start() : found.end()])]
        last = found.end()
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[last:])
