"""What must hold for the gate to be sound, checked when Django starts."""

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.core.management import get_commands
from django.db import connections
from wagtail.documents import get_document_model
from wagtail.models import DraftStateMixin, Page, RevisionMixin

from audits.gate.aliases import GatedAliasesMixin
from audits.gate.triggers import SUPPORTED

DOCUMENT_FORM = "audits.admin.document_form.CheckedDocumentForm"
FINISH_ACTION = "audits.gate.workflow.publish_approved_revision"


def check_gate(app_configs, **_) -> list[checks.CheckMessage]:
    """E001 database, E002 page types, E003 snippets, E004 workflow, E005 command, E006 transactions, E007 documents."""
    return [*_databases(), *_page_types(), *_documents(), *_snippets(), *_settings()]


def _databases():
    for connection in connections.all():
        if connection.vendor not in SUPPORTED:
            yield checks.Error(
                f"The gate has no trigger for {connection.vendor}: use SQLite or PostgreSQL.", id="parvis.E001"
            )
        if connection.settings_dict.get("ATOMIC_REQUESTS"):
            yield checks.Error(
                "ATOMIC_REQUESTS would hold the database while a page is judged: turn it off.", id="parvis.E006"
            )


def _page_types():
    for model in apps.get_models():
        if issubclass(model, Page) and model is not Page and not issubclass(model, GatedAliasesMixin):
            yield checks.Error(
                f"{model.__name__} must inherit audits.mixins.GatedPage: its aliases would escape the gate.",
                obj=model,
                id="parvis.E002",
            )


def _documents():
    from audits.mixins import GatedDocument

    model = get_document_model()
    if not issubclass(model, GatedDocument):
        yield checks.Error(
            f"{model.__name__} must inherit audits.mixins.GatedDocument: nobody could name its accessible version.",
            obj=model,
            id="parvis.E007",
        )
    if getattr(settings, "WAGTAILDOCS_DOCUMENT_FORM_BASE", None) != DOCUMENT_FORM:
        yield checks.Error(f"WAGTAILDOCS_DOCUMENT_FORM_BASE must be {DOCUMENT_FORM}.", id="parvis.E007")


def _snippets():
    for model in apps.get_models():
        if issubclass(model, RevisionMixin) and not issubclass(model, DraftStateMixin):
            yield checks.Error(
                f"{model.__name__} has revisions but no draft: each keystroke of its editor would be public.",
                hint="Add DraftStateMixin, or remove RevisionMixin.",
                obj=model,
                id="parvis.E003",
            )


def _settings():
    if getattr(settings, "WAGTAIL_FINISH_WORKFLOW_ACTION", None) != FINISH_ACTION:
        yield checks.Error(f"WAGTAIL_FINISH_WORKFLOW_ACTION must be {FINISH_ACTION}.", id="parvis.E004")
    if get_commands().get("publish_scheduled") != "audits":
        yield checks.Error(
            "publish_scheduled must be that of audits: put audits before wagtail in INSTALLED_APPS.", id="parvis.E005"
        )
