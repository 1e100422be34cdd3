"""The bytes of a document at an address or in a file, for the command line: it goes where its operator says."""

import time
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from accessibility import __version__
from accessibility.documents.formats import OFFICE_EXTENSIONS, extension_of
from accessibility.documents.limits import MOST_BYTES
from accessibility.page_errors import NotAPage, PageError

_CHUNK = 64 * 1024
_TYPES = (
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.oasis.opendocument.",
)
_UNSAID = ("application/octet-stream", "application/x-download", "application/force-download")


def is_document_address(address: str) -> bool:
    """The name of the file says that it is a document."""
    return extension_of(address) in OFFICE_EXTENSIONS


def download(address: str, *, timeout: float) -> tuple[bytes, int | None]:
    """The bytes and the status of the answer. Raises NotAPage for what is no document, PageError."""
    deadline = time.monotonic() + timeout
    try:
        with urlopen(Request(address, headers={"User-Agent": f"Parvis/{__version__}"}), timeout=timeout) as answer:
            if not _is_document(answer.headers, address):
                raise NotAPage(f"neither a web page nor a document ({answer.headers.get_content_type()})")
            body = bytearray()
            while chunk := answer.read(_CHUNK):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise PageError(f"too large to be judged: more than {MOST_BYTES} bytes")
                if time.monotonic() > deadline:
                    raise PageError(f"no answer within {timeout:g} s")
            return bytes(body), answer.status
    except HTTPError as error:
        raise PageError(f"could not be loaded: the server answered {error.code}") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = (str(getattr(error, "reason", error)).splitlines() or [type(error).__name__])[0]
        raise PageError(f"could not be loaded: {reason}") from error


def _is_document(headers: Message, address: str) -> bool:
    kind = headers.get_content_type()
    name = headers.get_filename() or address
    return kind.startswith(_TYPES) or (kind in _UNSAID and is_document_address(name))
