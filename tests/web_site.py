"""A server for the pages that a browser is to see as they look: it has the static files of the portal."""

from collections.abc import Iterator

import pytest

from tests.accessibility.web_server import Site, serve
from tests.admin_screens import put_static_files


@pytest.fixture(scope="module")
def web_site() -> Iterator[Site]:
    """The server, for the tests of one file."""
    with serve() as site:
        put_static_files(site)
        yield site
