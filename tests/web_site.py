"""A server for the pages that a browser is to see as they look: it has the portal's own static files."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.accessibility.web_server import Site, serve
from tests.admin_screens import put_folder


@pytest.fixture(scope="module")
def web_site() -> Iterator[Site]:
    """The server, for the tests of one file."""
    with serve() as site:
        put_folder(site, settings.BASE_DIR / "portal" / "static")
        yield site
