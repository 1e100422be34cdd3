"""A pytest plugin that takes one layer of the gate away, to see which tests then fail. The product has no such switch.

    python -m pytest -p tests.audits.without_layer --without-layer trigger tests/audits

By hand, it shows what a layer is for; test_layers.py runs it for each layer and its tests.
"""

from collections.abc import Callable
from dataclasses import dataclass

DOORS = "tests/audits/test_doors.py::test_door_is_"
OWN = "tests/audits/test_each_layer.py::"
API = "tests/audits/test_api_v3.py::test_api_is_closed_to_what_breaks_the_rgaa"


@dataclass(frozen=True)
class Layer:
    """How a layer is removed, and the tests that pass because of it alone."""

    remove: Callable[[], None]
    tests: tuple[str, ...]


def _remove_page_guard() -> None:
    from django.db.models.signals import pre_save

    assert pre_save.disconnect(dispatch_uid="parvis-guard-page")


def _remove_requests() -> None:
    from django.db.models.signals import post_save

    assert post_save.disconnect(dispatch_uid="parvis-after-page")


def _remove_schedule_guard() -> None:
    from django.db.models.signals import pre_save
    from wagtail.models import Revision

    assert pre_save.disconnect(sender=Revision, dispatch_uid="parvis-guard-schedule")


def _remove_publish_action() -> None:
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction

    _unwrap(PublishPageRevisionAction)


def _remove_save_actions() -> None:
    from wagtail.actions.create import CreateAction
    from wagtail.actions.edit import EditAction

    _unwrap(CreateAction, EditAction)


def _remove_copies() -> None:
    from wagtail.actions.copy_page import CopyPageAction
    from wagtail.actions.create_alias import CreatePageAliasAction

    _unwrap(CopyPageAction, CreatePageAliasAction)


def _unwrap(*actions: type) -> None:
    for action in actions:
        action.execute = action.execute.__wrapped__


def _remove_page_views() -> None:
    _forget_hook("register_admin_viewset", "register_gated_page_views")


def _remove_bulk() -> None:
    _forget_hook("register_bulk_action", "GatedPublishBulkAction")


def _forget_hook(hook: str, name: str) -> None:
    from wagtail import hooks

    hooks.search_for_hooks()
    kept = [entry for entry in hooks._hooks[hook] if entry[0].__name__ != name]
    assert len(kept) == len(hooks._hooks[hook]) - 1
    hooks._hooks[hook] = kept


def _remove_publish_scheduled() -> None:
    from django.core.management import get_commands

    get_commands()["publish_scheduled"] = "wagtail"


def _remove_workflow_finish() -> None:
    from wagtail.models import WorkflowState
    from wagtail.workflows import publish_workflow_state

    WorkflowState.on_finish = publish_workflow_state


def _remove_aliases() -> None:
    from audits.gate.aliases import GatedAliasesMixin

    del GatedAliasesMixin.update_aliases


def _remove_trigger() -> None:
    from django.db import connections

    from audits.gate import triggers

    def drop(using="default", **_) -> None:
        on_table = "" if connections[using].vendor == "sqlite" else " ON wagtailcore_page"
        with connections[using].cursor() as cursor:
            for name in (triggers.NAME, f"{triggers.NAME}_update", f"{triggers.NAME}_insert"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")

    triggers.install = drop


LAYERS = {
    "page-guard": Layer(_remove_page_guard, (f"{OWN}test_live_content_does_not_change_unjudged",)),
    "requests": Layer(_remove_requests, (f"{DOORS}open_to_clean_content[add_child]",)),
    "schedule-guard": Layer(_remove_schedule_guard, (f"{OWN}test_unjudged_schedule_is_not_stored",)),
    "publish-action": Layer(_remove_publish_action, (f"{OWN}test_whoever_publishes_is_told_of_the_refusal",)),
    "save-actions": Layer(_remove_save_actions, (f"{API}[api_v3_create]", f"{API}[api_v3_edit]")),
    "copies": Layer(_remove_copies, (f"{OWN}test_copy_of_a_private_page_is_never_public",)),
    "page-views": Layer(
        _remove_page_views,
        (f"{DOORS}closed_to_what_breaks_the_rgaa[edit_view]", f"{DOORS}closed_to_what_breaks_the_rgaa[create_view]"),
    ),
    "bulk": Layer(_remove_bulk, (f"{OWN}test_refused_page_stops_no_other_of_a_bulk_publication",)),
    "publish-scheduled": Layer(_remove_publish_scheduled, (f"{OWN}test_refused_schedule_stops_no_other",)),
    "workflow-finish": Layer(
        _remove_workflow_finish, ("tests/audits/test_secret_drafts.py::test_workflow_publishes_the_approved_revision",)
    ),
    "aliases": Layer(_remove_aliases, (f"{OWN}test_alias_follows_its_page",)),
    "trigger": Layer(
        _remove_trigger,
        (
            f"{DOORS}closed_to_what_breaks_the_rgaa[query_set_update]",
            f"{DOORS}closed_to_what_breaks_the_rgaa[sql_insert]",
        ),
    ),
}


def pytest_addoption(parser) -> None:
    group = parser.getgroup("parvis")
    group.addoption("--without-layer", choices=["none", *LAYERS], default="none", help="the layer to take away")
    group.addoption("--layer-database", help="the test database to use as it stands, with --reuse-db")
    group.addoption("--layer-checker", help="the socket of a checker that runs already")


def pytest_configure(config) -> None:
    from django.conf import settings

    if name := config.getoption("--layer-database"):
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = name
    layer = config.getoption("--without-layer")
    if layer != "none":
        LAYERS[layer].remove()
