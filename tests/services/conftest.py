"""What the tests of the services share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def forgetful():
    """What one test counted in the cache is not for the next."""
    cache.clear()
