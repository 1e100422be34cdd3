"""The démarches of the demonstration on a small site, and residents who fill them in."""

import pytest

from services.eservices.demo.load import load_eservices
from services.eservices.models import EService
from tests.home.conftest import home
from tests.services.eservices.files import pdf
from tests.services.eservices.resident import Resident

__all__ = ["home"]


@pytest.fixture
def town(home) -> dict[str, EService]:
    """The démarches, by their addresses."""
    return {eservice.slug: eservice for eservice in load_eservices()}


@pytest.fixture
def resident(client, town) -> Resident:
    """Somebody with a browser."""
    return Resident(client)


@pytest.fixture
def a_pdf() -> bytes:
    return pdf()
