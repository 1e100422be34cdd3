"""The census of doors: each place of the installed Wagtail that can make a page public has a test or a reason."""

from collections import Counter
from pathlib import Path

from tests.audits.census import places
from tests.audits.census_map import COVERED, NO_DOOR
from tests.audits.doors_api import API_DOORS
from tests.audits.every_door import DOORS


def test_every_place_has_a_door_or_a_reason():
    found = places()
    mapped = Counter([*COVERED, *(place for group in NO_DOOR.values() for place in group)])
    errors = [
        f"{module}: {scope} ({', '.join(sorted(what))}) has neither door nor reason"
        for (module, scope), what in found.items()
        if (module, scope) not in mapped
    ]
    errors += [f"{module}: {scope} is gone: remove it" for module, scope in mapped if (module, scope) not in found]
    errors += [f"{place} is mapped twice" for place, times in mapped.items() if times > 1]
    errors += [
        f"{place}: there is no door named {name}"
        for place, names in COVERED.items()
        for name in names.split() or ["(none)"]
        if name not in DOORS and name not in API_DOORS
    ]
    assert not errors, "\n" + "\n".join(errors)


def test_census_sees_each_way_to_make_live(tmp_path, monkeypatch):
    """Each way of writing that the census knows, in a package of its own."""
    package = tmp_path / "newdoor"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "ways.py").write_text(WAYS)
    (package / "tests").mkdir()
    (package / "tests" / "test_ways.py").write_text(WAYS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("tests.audits.census.PACKAGES", ("newdoor",))
    expected = {line.split("def ")[1].split("(")[0] for line in WAYS.splitlines() if "def " in line}
    expected -= {"reading"}
    assert {scope.rpartition(".")[2] for _, scope in places()} == expected


def test_wagtail_s_files_are_read():
    """The census would be silent if it looked in the wrong place."""
    modules = {Path(module.replace(".", "/")).parts[0] for module, _ in places()}
    assert modules == {"wagtail", "treebeard"}


WAYS = """
class Way:
    def attribute(self, page):
        page.live = True

    def several_targets(self, page):
        page.title, page.live = "", True

def keyword(model):
    model.objects.create(live=True)

def update(pages):
    pages.update(approved_go_live_at=None)

def dictionary():
    return {"live": True}

def item(fields):
    fields["live"] = True

def by_name(page):
    setattr(page, "live", True)

def column(page):
    page.save(update_fields=["live"])

def publication(revision):
    revision.publish()

async def action(registry, page):
    registry.get_action_class(page, "publish")

def any_action(registry, page, name):
    registry.get_action_class(page, name)

def reference():
    return {"publish": PublishPageRevisionAction}

def child(parent, page):
    parent.add_child(instance=page)

def reading(pages):
    page = pages.filter(live=True).get(approved_go_live_at=None)
    return page.live, page["live"]
"""
