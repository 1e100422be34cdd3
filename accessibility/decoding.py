"""The text of a page from its bytes, as browsers read them (the standards Encoding and HTML)."""

from bs4.dammit import EncodingDetector
from webencodings import UTF8, Encoding, decode, lookup

_WINDOWS = lookup("windows-1252")


def text_of(body: bytes, charset: str | None) -> str:
    """Decode a page that was sent with this charset: its byte order mark goes before it, what it says itself after.

    Nothing makes it fail: bytes that mean nothing become U+FFFD, as in a browser.
    """
    text, _ = decode(body, _known(charset) or _declared(body) or _guessed(body), errors="replace")
    return text


def _known(label: str | None) -> Encoding | None:
    return lookup(label) if label else None


def _declared(body: bytes) -> Encoding | None:
    """By its own `meta`, which can only have been read in an encoding that extends ASCII: UTF-16 there is UTF-8."""
    encoding = _known(EncodingDetector.find_declared_encoding(body, is_html=True))
    return UTF8 if encoding is not None and encoding.name.startswith("utf-16") else encoding


def _guessed(body: bytes) -> Encoding:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _WINDOWS
    return UTF8
