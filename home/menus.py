"""The main menu and the foot of a site as visitors see them: what an editor chose, else the usual pages.

Only public pages are shown. Reading takes the same number of queries however many links there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page, Site

from home import queries
from home.languages import FRAME, language_of
from home.models import Navigation

_CACHED = "_parvis_navigation"


@dataclass(frozen=True)
class Link:
    """A link as a template shows it, in its language. `current`: what `aria-current` says of it, empty elsewhere."""

    text: str
    url: str
    current: str = ""
    language: str = FRAME


@dataclass(frozen=True)
class Entry:
    """An entry of the main menu: a link, or a title that opens links when it has some."""

    text: str
    url: str
    current: str
    links: tuple[Link, ...] = ()
    language: str = FRAME


@dataclass(frozen=True)
class Column:
    """A titled list of links at the foot of every page."""

    title: str
    links: tuple[Link, ...]


def main_menu(request: HttpRequest, page: Page | None) -> list[Entry]:
    """The entries of the main menu, seen from a page."""
    chosen = _chosen(request)
    if chosen.settings is not None and len(chosen.settings.menu):
        return list(_entries(chosen, page))
    links = (_link_to(chosen, entry, "", page) for entry in queries.main_menu(chosen.site))
    return [Entry(link.text, link.url, link.current, language=link.language) for link in links if link]


def common_language(entries: list[Entry]) -> str:
    """The language that all the entries are in, which says from which side the menu begins; else the frame's."""
    languages = {entry.language for entry in entries}
    return languages.pop() if len(languages) == 1 else FRAME


def footer_columns(request: HttpRequest) -> list[Column]:
    """The columns that an editor added to the foot; one whose pages are all offline is left out."""
    chosen = _chosen(request)
    if chosen.settings is None:
        return []
    columns = (
        Column(child["value"]["title"], tuple(_links(chosen, _items(child["value"]["links"]))))
        for child in chosen.settings.footer.raw_data
    )
    return [column for column in columns if column.links]


def legal_links(request: HttpRequest) -> list[Link]:
    """The legal mentions: the links that an editor chose, else the pages meant for the foot."""
    chosen = _chosen(request)
    if chosen.settings is not None and len(chosen.settings.legal_links):
        return list(_links(chosen, (child["value"] for child in chosen.settings.legal_links.raw_data)))
    links = (_link_to(chosen, page, "", None) for page in queries.footer_pages(chosen.site))
    return list(filter(None, links))


@dataclass(frozen=True)
class _Chosen:
    """What the editors of a site chose, and the public pages among it by number."""

    request: HttpRequest
    site: Site | None
    settings: Navigation | None
    pages: dict[int, Page]


def _chosen(request: HttpRequest) -> _Chosen:
    """Read once for each request."""
    if (known := getattr(request, _CACHED, None)) is None:
        site = Site.find_for_request(request)
        settings = Navigation.objects.filter(site=site).first() if site else None
        known = _Chosen(request, site, settings, _public_pages(settings, site) if settings else {})
        setattr(request, _CACHED, known)
    return known


def _public_pages(settings: Navigation, site: Site) -> dict[int, Page]:
    links = [child["value"] for stream in (settings.menu, settings.legal_links) for child in stream.raw_data]
    inside = [*links, *(child["value"] for child in settings.footer.raw_data)]
    links += [link for value in inside for link in _items(value.get("links"))]
    return queries.public_pages({link.get("page") for link in links} - {None}, site)


def _entries(chosen: _Chosen, page: Page | None) -> Iterator[Entry]:
    for child in chosen.settings.menu.raw_data:
        value = child["value"]
        link = _link(chosen, value, page)
        links = tuple(_links(chosen, _items(value.get("links")), page))
        text = value.get("text") or (link.text if link else "")
        if links and text:
            if link:
                whole = f"Toute la rubrique\u00a0: {chosen.pages[value['page']].title}"
                links = (Link(whole, link.url, link.current), *links)
            yield Entry(text, "", "true" if any(link.current for link in links) else "", links)
        elif link:
            yield Entry(link.text, link.url, link.current, language=link.language)


def _items(raw: list | None) -> Iterator[dict]:
    """The values of a list block, as the database has them: in items, or plain where a program wrote them so."""
    return (item.get("value", item) for item in raw or [])


def _links(chosen: _Chosen, values: Iterable[dict], page: Page | None = None) -> Iterator[Link]:
    return filter(None, (_link(chosen, value, page) for value in values))


def _link(chosen: _Chosen, value: dict, page: Page | None) -> Link | None:
    """The link that an editor described; None when it leads nowhere that visitors may go."""
    text, address = value.get("text") or "", value.get("address") or ""
    if address:
        return Link(text or address, address, "page" if address == chosen.request.path else "")
    target = chosen.pages.get(value.get("page"))
    return _link_to(chosen, target, text, page) if target else None


def _link_to(chosen: _Chosen, target: Page, text: str, page: Page | None) -> Link | None:
    url = target.get_url(chosen.request)
    if not url:
        return None
    return Link(text or target.title, url, _current(chosen, target, page), FRAME if text else language_of(target))


def _current(chosen: _Chosen, target: Page, page: Page | None) -> str:
    """Whether a link leads to this page, or to one above it. The home page is above all: it says nothing."""
    path = getattr(page, "url_path", None) or ""
    if target.url_path == path:
        return "page"
    is_home = chosen.site is not None and target.pk == chosen.site.root_page_id
    return "true" if path.startswith(target.url_path) and not is_home else ""
