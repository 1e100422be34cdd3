"""The source of one page, had without a browser: for the static mode of the command line."""

import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from accessibility import __version__
from accessibility.decoding import text_of
from accessibility.limits import check_source
from accessibility.page_errors import NotAPage, PageError

_CHUNK = 64 * 1024
_WEB_PAGES = ("text/html", "application/xhtml+xml")


def read_source(address: str, *, timeout: float) -> tuple[str, int | None]:
    """The source of a page, decoded as a browser would, and the status of the answer. Raises PageError."""
    deadline = time.monotonic() + timeout
    try:
        answer = urlopen(Request(address, headers={"User-Agent": f"Parvis/{__version__}"}), timeout=timeout)
    except HTTPError as error:
        if 300 <= error.code < 400:
            raise PageError(f"could not be loaded: {error.msg.splitlines()[0]}") from error
        answer = error
    except (OSError, HTTPException, ValueError) as error:
        raise PageError(f"could not be loaded: {_reason(error)}") from error
    with answer:
        kind = answer.headers.get_content_type()
        if kind not in _WEB_PAGES or answer.headers.get_content_disposition() == "attachment":
            raise NotAPage(f"not a web page ({kind})")
        body = bytearray()
        try:
            while chunk := answer.read(_CHUNK):
                body += chunk
                check_source(len(body))
                if time.monotonic() > deadline:
                    raise PageError(f"no answer within {timeout:g} s")
        except (OSError, HTTPException) as error:
            raise PageError(f"could not be loaded: {_reason(error)}") from error
        charset = answer.headers.get_content_charset()
        return text_of(bytes(body), charset), answer.status


def _reason(error: BaseException) -> str:
    inner = getattr(error, "reason", None)
    return (str(inner if isinstance(inner, BaseException) else error).splitlines() or [type(error).__name__])[0]
