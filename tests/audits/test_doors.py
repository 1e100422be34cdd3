"""Every door is closed to a page with an image without alternative, or with a document that is not accessible.

It is open to a clean page.
"""

import pytest

from tests.audits.every_door import DOORS
from tests.audits.library import ACCESSIBLE, UNTAGGED, add_document, link_to
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN

pytestmark = pytest.mark.gate


@pytest.mark.parametrize("name", DOORS)
def test_door_is_closed_to_what_breaks_the_rgaa(name, town):
    DOORS[name](town, BAD)
    assert town.online(BAD) == set()


@pytest.mark.parametrize("name", DOORS)
def test_door_is_closed_to_a_document_that_is_not_accessible(name, town):
    html = link_to(add_document(UNTAGGED))
    DOORS[name](town, html)
    assert town.online(html) == set()


def test_what_the_doors_are_closed_to_is_the_document_alone(town):
    html = link_to(add_document(ACCESSIBLE))
    page = DOORS["edit_view"](town, html)
    assert town.online(html) == {page}


@pytest.mark.parametrize("name", DOORS)
def test_door_is_open_to_clean_content(name, town):
    page = PlainPage.objects.get(pk=DOORS[name](town, CLEAN))
    assert page.live
    assert CLEAN in page.body.render_as_block()
