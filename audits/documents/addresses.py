"""The documents of the site that addresses give to download, whoever wrote the address and however."""

import html as html_text
import re
from collections.abc import Iterable
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from wagtail.documents import get_document_model
from wagtail.models import Site

_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def links_in(html: str, url: str) -> set[str]:
    """The addresses within the site that the links of a page lead to, each as `own_path` writes it."""
    found = ("".join(groups) for groups in _HREF.findall(html))
    return {path for reference in found if (path := own_path(html_text.unescape(reference), url))}


def own_path(reference: str, url: str) -> str:
    """The path of an address of this installation, decoded; empty for what is elsewhere. `url`: of the page."""
    try:
        address = urlsplit(urljoin(url, reference.strip()))
        host = address.hostname
    except ValueError:
        return ""
    if address.scheme not in ("http", "https") or host not in _own_hosts(url):
        return ""
    return unquote(address.path)


def documents_at(paths: Iterable[str]) -> dict[str, object]:
    """The documents that these paths give, by path: by Wagtail's own view, or straight from the media."""
    numbers, files = {}, {}
    serve, media = _serve_prefix(), urlsplit(settings.MEDIA_URL).path
    for path in paths:
        if serve and path.startswith(serve):
            number, _, name = path.removeprefix(serve).partition("/")
            if number.isascii() and number.isdigit() and len(number) < 10:
                numbers[path] = int(number), name
        elif len(media) > 1 and path.startswith(media):
            files[path] = path.removeprefix(media)
    if not numbers and not files:
        return {}
    wanted = Q(pk__in={number for number, _ in numbers.values()}) | Q(file__in=set(files.values()))
    found = get_document_model().objects.filter(wanted).select_related("accessible_document", "accessible_page")
    by_number = {document.pk: document for document in found}
    by_file = {document.file.name: document for document in found}
    served = {
        path: by_number[number]
        for path, (number, name) in numbers.items()
        if number in by_number and by_number[number].filename == name
    }
    return served | {path: by_file[name] for path, name in files.items() if name in by_file}


def _serve_prefix() -> str:
    try:
        return reverse("wagtaildocs_serve", args=[0, "x"]).partition("0/x")[0]
    except NoReverseMatch:
        return ""


def _own_hosts(url: str) -> set[str | None]:
    addresses = [url, settings.MEDIA_URL, *(root.root_url for root in Site.get_site_root_paths())]
    return {host for address in addresses if (host := urlsplit(address).hostname)}
