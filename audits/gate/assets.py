"""The files that a page is drawn with: where they are on disk, and a hash that changes when one of them does."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from accessibility.site_files import FileRoot

_REFERENCE = re.compile(r"""(?:src|href|srcset|poster|data)\s*=\s*["']?([^"'>\s]+)""", re.IGNORECASE)
_CSS_REFERENCE = re.compile(r"""@import\s+(?:url\()?\s*["']?([^"')\s;]+)""", re.IGNORECASE)


def roots() -> list[tuple[str, list[str]]]:
    """The address prefixes that are answered from disk, with the folders to look in, first found first served."""
    folders = [str(settings.STATIC_ROOT)] if settings.STATIC_ROOT else []
    for finder in get_finders():
        folders += [str(storage.location) for storage in getattr(finder, "storages", {}).values()]
    return [
        (urlsplit(settings.STATIC_URL).path, folders),
        (urlsplit(settings.MEDIA_URL).path, [str(settings.MEDIA_ROOT)]),
    ]


def fingerprint(html: str, url: str) -> str:
    """A hash of the files of the site that the page names, and of the style sheets that these import."""
    digest = hashlib.sha256()
    file_roots = [FileRoot(prefix, tuple(map(Path, folders))) for prefix, folders in roots() if len(prefix) > 1]
    pending = sorted({urlsplit(urljoin(url, reference)).path for reference in _REFERENCE.findall(html)})
    seen: set[str] = set()
    while pending:
        path = pending.pop(0)
        if path in seen:
            continue
        seen.add(path)
        file = next(filter(None, (root.find(path) for root in file_roots)), None)
        if file is None:
            continue
        status = file.stat()
        content_hash, imports = _read(file, status.st_mtime_ns, status.st_size)
        digest.update(path.encode() + b"\0" + content_hash)
        pending += [urlsplit(urljoin(path, reference)).path for reference in imports]
    return digest.hexdigest()


@lru_cache(maxsize=2000)
def _read(file: Path, modified: int, size: int) -> tuple[bytes, tuple[str, ...]]:
    content = file.read_bytes()
    imports = _CSS_REFERENCE.findall(content.decode("utf-8", "replace")) if file.suffix == ".css" else ()
    return hashlib.sha256(content).digest(), tuple(imports)
