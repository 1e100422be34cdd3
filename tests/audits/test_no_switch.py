"""Nothing turns the gate off: no setting, variable or argument; and Django does not start what would open it."""

import ast
from pathlib import Path

import pytest
from django.core import checks
from django.core.management import get_commands
from django.db import connections, models
from django.test.utils import isolate_apps
from wagtail.models import DraftStateMixin, Page, RevisionMixin

from audits.gate.checks import check_gate
from audits.mixins import GatedPage

GATE = Path(check_gate.__code__.co_filename).parent
WHERE = [
    *GATE.glob("*.py"),
    *(GATE.parent / "documents").glob("*.py"),
    *(GATE.parent / "admin").glob("*.py"),
    GATE.parent / "actions.py",
    GATE.parent / "apps.py",
]

# Where the checker and the files are, what else pages are drawn with, how the site is addressed and what handles its
# requests; `audits.gate.checks` verifies the last two.
SETTINGS_READ = {
    "PARVIS_CHECKER_SOCKET",
    "PARVIS_CHECKER_TIMEOUT",
    "PARVIS_DRAWN_WITH",
    "STATIC_ROOT",
    "STATIC_URL",
    "MEDIA_ROOT",
    "MEDIA_URL",
    "SECURE_SSL_REDIRECT",
    "MIDDLEWARE",
    "AUTH_USER_MODEL",
    "WAGTAILDOCS_DOCUMENT_FORM_BASE",
    "WAGTAIL_FINISH_WORKFLOW_ACTION",
}


def test_gate_reads_no_setting_that_could_turn_it_off():
    assert _settings_read() - SETTINGS_READ == set()


def test_gate_reads_no_environment():
    named = {name for file in WHERE for name in _names(file)}
    assert not named & {"environ", "environb", "getenv", "argv", "DEBUG", "TESTING", "PYTEST_CURRENT_TEST"}


def test_no_argument_of_the_gate_leaves_a_verdict_out():
    """What a caller may pass is listed here: none of it says to judge less."""
    arguments = {
        argument.arg
        for file in GATE.glob("*.py")
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.FunctionDef)
        for argument in (*node.args.args, *node.args.kwonlyargs)
    }
    suspect = {name for name in arguments for word in ("force", "skip", "bypass", "check", "gate") if word in name}
    # Wagtail's own: whether the user may publish, which the gate leaves to Wagtail.
    assert suspect == {"skip_permission_checks"}


def test_only_one_view_publishes_urgently():
    """The one door that asks for no accepting verdict is behind one form, and its verdict is made in one place."""
    packages = [GATE.parents[1] / name for name in ("audits", "home", "services", "portal")]
    files = [file for package in packages for file in package.rglob("*.py") if "migrations" not in file.parts]
    calling = {file.name for file in files for node in ast.walk(_tree(file)) if _calls(node, "publish_urgently")}
    assert calling == {"urgent_views.py"}
    making = {
        file.name
        for file in files
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.keyword) and node.arg == "kind" and "URGENT" in ast.unparse(node.value)
    }
    assert making == {"urgent.py"}


def _calls(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and name in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _settings_read() -> set[str]:
    read = set()
    for file in WHERE:
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "settings":
                read.add(node.attr)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("getattr", "hasattr"):
                subject, name, *_ = node.args
                if getattr(subject, "id", "") == "settings":
                    read.add(getattr(name, "value", "(any)"))
    return read


def _names(file: Path) -> set[str]:
    tree = _tree(file)
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names | {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}


def raised() -> set[str]:
    return {message.id for message in check_gate(None) if message.level >= checks.ERROR}


def test_nothing_is_wrong_here():
    assert raised() == set()


def test_checks_are_registered():
    assert check_gate in checks.registry.registry.registered_checks


def test_another_database_is_refused(monkeypatch):
    monkeypatch.setattr(connections["default"], "vendor", "mysql")
    assert raised() == {"parvis.E001"}


def test_page_type_outside_the_gate_is_refused(monkeypatch):
    with isolate_apps("tests.audits.plainsite") as isolated:

        class OpenPage(Page):
            class Meta:
                app_label = "plainsite"

        class ClosedPage(GatedPage):
            class Meta:
                app_label = "plainsite"

    _let_be_the_only_models(monkeypatch, isolated)
    assert raised() == {"parvis.E002"}
    assert [message.obj for message in check_gate(None)] == [OpenPage]


def test_snippet_with_revisions_and_no_draft_is_refused(monkeypatch):
    with isolate_apps("tests.audits.plainsite") as isolated:

        class Typed(RevisionMixin, models.Model):
            class Meta:
                app_label = "plainsite"

            def __str__(self):
                return "saisie"

        class Drafted(DraftStateMixin, RevisionMixin, models.Model):
            class Meta:
                app_label = "plainsite"

            def __str__(self):
                return "brouillon"

    _let_be_the_only_models(monkeypatch, isolated)
    assert raised() == {"parvis.E003"}
    assert [message.obj for message in check_gate(None)] == [Typed]


def _let_be_the_only_models(monkeypatch, isolated) -> None:
    monkeypatch.setattr("audits.gate.checks.apps", isolated)


@pytest.mark.parametrize("action", ["wagtail.workflows.publish_workflow_state", None])
def test_wagtail_s_own_end_of_workflows_is_refused(settings, action):
    settings.WAGTAIL_FINISH_WORKFLOW_ACTION = action
    assert raised() == {"parvis.E004"}


def test_missing_end_of_workflows_is_refused(settings):
    del settings.WAGTAIL_FINISH_WORKFLOW_ACTION
    assert raised() == {"parvis.E004"}


def test_wagtail_s_own_publish_scheduled_is_refused(monkeypatch):
    monkeypatch.setitem(get_commands(), "publish_scheduled", "wagtail")
    assert raised() == {"parvis.E005"}


def test_requests_in_a_transaction_are_refused(monkeypatch):
    monkeypatch.setitem(connections["default"].settings_dict, "ATOMIC_REQUESTS", True)
    assert raised() == {"parvis.E006"}


def test_documents_that_nobody_reads_when_they_are_uploaded_are_refused(settings):
    settings.WAGTAILDOCS_DOCUMENT_FORM_BASE = "wagtail.documents.forms.BaseDocumentForm"
    assert raised() == {"parvis.E007"}


def test_documents_that_name_no_accessible_version_are_refused(settings):
    settings.WAGTAILDOCS_DOCUMENT_MODEL = "wagtaildocs.Document"
    assert raised() == {"parvis.E007"}
