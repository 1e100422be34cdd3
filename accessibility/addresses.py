"""Addresses of pages: one spelling for each, and which of them belong to the site that is crawled."""

import re
from dataclasses import dataclass
from posixpath import splitext
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

LONGEST = 2000
"""Characters of the longest address that is followed; beyond, it is a trap or a mistake."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE_IN_PATH = "/%:@!$&'()*+,;=-._~"
_SAFE_IN_QUERY = _SAFE_IN_PATH + "?"
_ESCAPE = re.compile("%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_INDEX_FILE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_CAMPAIGN = re.compile(r"(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|at_medium|at_campaign|xtor)(?:=|$)")
_NOT_PAGES = """
7z aac apk atom avi avif bin bmp bz2 bib css csv deb dmg doc docm docx dot dotx dwg dxf ebook eml eot eps epub
exe flac flv geojson gif gml gpx gz ico ics img iso jar jpe jpeg jpg js json jsonld kml kmz m3u m3u8 m4a m4v
map md mid mjs mkv mobi mov mp3 mp4 mpeg mpg msi odf odg odp ods odt oga ogg ogv opml opus otf p7m pdf pkg png
pps ppsx ppt pptm pptx ps psd rar rdf rpm rss rtf shp srt sql svg tar tgz tif tiff tsv ttf ttl txt vcf vsd vtt
wasm wav webm webmanifest webp wma wmf wmv woff woff2 xls xlsb xlsm xlsx xml xsd xsl xz yaml yml zip zst
"""


def canonical(address: str, base: str = "") -> str | None:
    """The one spelling of an address; None when it is no address of the web, or longer than LONGEST.

    Follows RFC 3986 §6.2.2 and §6.2.3: scheme and host in lower case, no default port, dots resolved, escapes
    in upper case and only where they are needed. The fragment and any user name or password are dropped; the
    query is kept as it is written, for its order may matter. `base`: what a relative address is relative to.
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
        path = _without_dots(_escaped(parts.path, _SAFE_IN_PATH)) or "/"
        query = _escaped(parts.query, _SAFE_IN_QUERY)
    except UnicodeError:
        return None
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    result = urlunsplit((parts.scheme, place, path, query, ""))
    return result if len(result) <= LONGEST else None


def without_ornaments(address: str) -> str:
    """The address without what seldom changes the page: an index file's name, the marks of campaigns.

    Two such addresses may still be two pages: only the same source under both makes them one.
    """
    parts = urlsplit(address)
    kept = [item for item in parts.query.split("&") if item and not _CAMPAIGN.match(item)]
    return urlunsplit(parts._replace(path=_INDEX_FILE.sub("/", parts.path), query="&".join(kept)))


def host_and_port(address: str) -> tuple[str, int]:
    """The host (lower case, without brackets) and the port that an http or https address leads to.

    Raises ValueError when the address is not of these schemes or has no host.
    """
    parts = urlsplit(address)
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"not an address of the web: {address}")
    return parts.hostname, parts.port or _DEFAULT_PORTS[parts.scheme]


def may_be_page(address: str) -> bool:
    """Whether the end of the address lets one hope for a web page, not a document, picture or archive."""
    extension = splitext(urlsplit(address).path)[1].lstrip(".").lower()
    return extension not in _NOT_PAGES.split()


@dataclass(frozen=True)
class Scope:
    """The site that is crawled: one host, over http or https, and the beginning of its paths.

    `port` is 0 for the standard ports of both schemes, which are one site.
    """

    host: str
    port: int
    prefix: str = "/"

    @classmethod
    def around(cls, start: str, prefix: str = "/") -> "Scope":
        """The site that an address is on. Raises ValueError when it is no address of the web."""
        host, port = host_and_port(start)
        return cls(host, 0 if port == _DEFAULT_PORTS[urlsplit(start).scheme] else port, prefix)

    def holds(self, address: str) -> bool:
        """Whether a canonical address belongs to the site."""
        parts = urlsplit(address)
        port = 0 if parts.port in (None, _DEFAULT_PORTS.get(parts.scheme)) else parts.port
        return parts.hostname == self.host and port == self.port and parts.path.startswith(self.prefix)


def _escaped(text: str, safe: str) -> str:
    """Percent-encode what must be, decode what need not be, and write escapes in upper case."""

    def tidy(match: re.Match) -> str:
        character = chr(int(match[0][1:], 16))
        return character if _UNRESERVED.match(character) else match[0].upper()

    lone_percents_escaped = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", text)
    return _ESCAPE.sub(tidy, quote(lone_percents_escaped, safe=safe))


def _without_dots(path: str) -> str:
    """Resolve `.` and `..` (RFC 3986 §5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)
