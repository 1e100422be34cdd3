"""The files that a page is drawn with or leads to: where they are on disk, and a hash that changes when one does."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.urls import NoReverseMatch, reverse
from wagtail.documents import get_document_model

from accessibility.site_files import FileRoot

_REFERENCE = re.compile(r"""(?:src|href|poster|data)\s*=\s*["']?([^"'>\s]+)""", re.IGNORECASE)
_CANDIDATES = re.compile(r"""srcset\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_IN_STYLES = re.compile(
    r"""@import\s+["']([^"']+)|url\(\s*(?:&quot;|["'])?((?!data:)[^"')\s&]+)""",
    re.IGNORECASE,
)


def roots() -> list[tuple[str, list[str]]]:
    """The address prefixes that are answered from disk, with the folders to look in, first found first served."""
    folders = [str(settings.STATIC_ROOT)] if settings.STATIC_ROOT else []
    for finder in get_finders():
        folders += [str(storage.location) for storage in getattr(finder, "storages", {}).values()]
    return [
        (urlsplit(settings.STATIC_URL).path, folders),
        (urlsplit(settings.MEDIA_URL).path, [str(settings.MEDIA_ROOT)]),
        *((prefix, [str(folder)]) for prefix, folder in getattr(settings, "PARVIS_DRAWN_WITH", {}).items()),
    ]


def fingerprint(html: str, url: str) -> str:
    """A hash of the files of the site that the page names, documents included, and of those that its styles name."""
    digest = hashlib.sha256()
    file_roots = [FileRoot(prefix, tuple(map(Path, folders))) for prefix, folders in roots() if len(prefix) > 1]
    pending = sorted({_path(url, reference) for reference in references(html)})
    documents = _documents(pending)
    seen: set[str] = set()
    while pending:
        path = pending.pop(0)
        if path in seen:
            continue
        seen.add(path)
        if path in documents:
            digest.update(path.encode() + b"\0" + document_hash(documents[path]))
            continue
        file = next(filter(None, (root.find(path) for root in file_roots)), None)
        if file is None:
            continue
        content_hash, named = _read_as_it_is(file)
        digest.update(path.encode() + b"\0" + content_hash)
        pending += [_path(path, reference) for reference in named]
    return digest.hexdigest()


def references(html: str) -> set[str]:
    """What a page's HTML names: in its attributes, in every candidate of a `srcset`, in its own styles."""
    found = set(_REFERENCE.findall(html)) | _styles(html)
    for double, single in _CANDIDATES.findall(html):
        found.update(candidate.split()[0] for candidate in (double or single).split(",") if candidate.strip())
    return found


def _path(base: str, reference: str) -> str:
    try:
        return urlsplit(urljoin(base, reference)).path
    except ValueError:
        return ""


def _styles(text: str) -> set[str]:
    return {imported or named for imported, named in _IN_STYLES.findall(text)}


def _documents(paths: list[str]) -> dict[str, object]:
    """The documents that addresses give to download: their bytes may change under the same address."""
    try:
        prefix = reverse("wagtaildocs_serve", args=[0, "x"]).partition("0/x")[0]
    except NoReverseMatch:
        return {}
    named = {path: path.removeprefix(prefix).partition("/")[0] for path in paths if path.startswith(prefix)}
    numbers = {path: int(text) for path, text in named.items() if text.isascii() and text.isdigit() and len(text) < 10}
    found = get_document_model().objects.in_bulk(set(numbers.values())) if numbers else {}
    return {path: found[number] for path, number in numbers.items() if number in found}


def document_hash(document) -> bytes:
    """The SHA-256 of a document's bytes; of what the database says of them when they are not on this disk."""
    try:
        return _read_as_it_is(Path(document.file.path))[0]
    except (NotImplementedError, OSError, ValueError):
        said = f"{document.file.name} {document.file_hash} {document.file_size}"
        return hashlib.sha256(said.encode()).digest()


def _read_as_it_is(file: Path) -> tuple[bytes, tuple[str, ...]]:
    status = file.stat()
    return _read(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2000)
def _read(file: Path, modified: int, size: int) -> tuple[bytes, tuple[str, ...]]:
    content = file.read_bytes()
    named = sorted(_styles(content.decode("utf-8", "replace"))) if file.suffix == ".css" else ()
    return hashlib.sha256(content).digest(), tuple(named)
