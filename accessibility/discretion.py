"""What a sign-in types and receives stays out of the driver's log, which at DEBUG tells every command."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_here = threading.local()


@contextmanager
def unlogged() -> Iterator[None]:
    """Nothing of what this thread asks of a browser, nor of what it answers, is logged within the block."""
    before = getattr(_here, "silent", False)
    _here.silent = True
    try:
        yield
    finally:
        _here.silent = before


def _may_be_logged(record: logging.LogRecord) -> bool:
    return not getattr(_here, "silent", False)


logging.getLogger("selenium.webdriver.remote.remote_connection").addFilter(_may_be_logged)
