"""A limit of time for what cannot be asked to stop: a parser, a rule, a server that sends a byte now and then."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from accessibility.page_errors import PageError


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises PageError in the block when it lasts longer. For the main thread only, and not one in another."""

    def stop(*_: object) -> None:
        raise PageError(f"not read within {seconds:g} s")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
