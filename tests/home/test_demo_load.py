"""Loading the town through the gate: cut short, taken up again, removed whole."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from audits.gate.errors import VerdictUnavailable
from home.demo import town
from home.demo.accounts import demo_accounts
from home.demo.town import PAGES
from home.demo.tree import demo_home
from home.demo.versions import TRANSLATIONS
from home.models import PortalDocument, PortalImage
from tests.home.test_start_town import empty_site

__all__ = ["empty_site"]


class CutShort(Exception):
    """Somebody pressed Ctrl-C."""


def stopping_after(count: int):
    def tell(title: str, rank: int, total: int) -> None:
        if rank == count:
            raise CutShort

    return tell


def slugs_online() -> list[str]:
    order = [page.slug for page in PAGES]
    return sorted(demo_home().get_descendants(inclusive=True).live().values_list("slug", flat=True), key=order.index)


@pytest.mark.xdist_group("gate")
def test_a_load_cut_short_is_taken_up_again_and_removed_whole(empty_site, settings, tmp_path):
    """Four pages go through the gate here; the whole town does in tests/e2e."""
    checker, settings.PARVIS_CHECKER_SOCKET = settings.PARVIS_CHECKER_SOCKET, tmp_path / "nobody.sock"
    with pytest.raises(VerdictUnavailable):
        town.load()
    assert slugs_online() == []
    settings.PARVIS_CHECKER_SOCKET = checker
    for count in (2, 4):
        assert town.is_wanted()
        with pytest.raises(CutShort):
            town.load(tell=stopping_after(2))
        assert slugs_online() == [page.slug for page in PAGES[:count]]
    assert Page.objects.filter(depth__gt=1).count() == len(PAGES) + len(TRANSLATIONS) + 1
    call_command("demo", "--remove")
    assert demo_home() is None
    for kind in (PortalImage, PortalDocument):
        assert not kind.objects.exists()
    assert not demo_accounts().exists()
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []
