"""Every door is closed to a page with an image without alternative and open to a clean one."""

import pytest

from tests.audits.every_door import DOORS
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN

pytestmark = pytest.mark.gate


@pytest.mark.parametrize("name", DOORS)
def test_door_is_closed_to_what_breaks_the_rgaa(name, town):
    DOORS[name](town, BAD)
    assert town.online(BAD) == set()


@pytest.mark.parametrize("name", DOORS)
def test_door_is_open_to_clean_content(name, town):
    page = PlainPage.objects.get(pk=DOORS[name](town, CLEAN))
    assert page.live
    assert CLEAN in page.body.render_as_block()
