"""The screens of documents, each with what it has to show: for the engine to judge, and for a person to look at."""

from datetime import date
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from audits.actions import publish_page
from audits.documents.exemptions import exempt_document
from audits.documents.reading import check_document
from audits.gate.errors import PublicationRefused
from audits.models import DocumentExemption
from tests.audits.library import ACCESSIBLE, BROKEN, UNTAGGED, WITHOUT_LANGUAGE, add_document, link_to
from tests.audits.town import CLEAN, Town

OLD_BULLETIN = {
    "kind": DocumentExemption.Kind.BEFORE_2018,
    "dated": date(2015, 4, 2),
    "serves_no_procedure": True,
    "reason": "Bulletin municipal de mars 2015, mis en ligne le 2 avril 2015.",
}


def documents_of(town: Town) -> dict[str, object]:
    """One document in each state, by what it is."""
    sound = add_document(ACCESSIBLE, "conseil-balise.pdf", "Compte rendu du conseil, balisé")
    known = {
        "sound": sound,
        "faulty": add_document(UNTAGGED, "conseil.pdf", "Compte rendu du conseil municipal"),
        "replaced": add_document(UNTAGGED, "conseil-image.pdf", "Compte rendu numérisé", accessible_document=sound),
        "exempt": add_document(WITHOUT_LANGUAGE, "bulletin-2015.docx", "Bulletin municipal de mars 2015"),
        "broken": add_document(BROKEN, "casse.pdf", "Plan de la fête"),
    }
    for document in known.values():
        check_document(document)
    exempt_document(known["exempt"], DocumentExemption(**OLD_BULLETIN), town.admin)
    return known | {"unknown": add_document(ACCESSIBLE + b"\n", "budget.pdf", "Budget")}


NAMES = ("report", "report-empty", "details", "details-exempt", "sheet", "sheet-unread", "list", "refusal")


def screens(town: Town) -> dict[str, str]:
    """The address of each screen, by its name."""
    known = documents_of(town)
    page = town.draft("Conseil", CLEAN + link_to(known["faulty"]))
    with pytest.raises(PublicationRefused):
        publish_page(page)
    for document in (known["faulty"], known["replaced"]):
        reference_to(document, page)
    return {
        "report": reverse("documents_report"),
        "report-empty": reverse("documents_report") + "?q=introuvable",
        "details": reverse("document_accessibility", args=[known["faulty"].pk]),
        "details-exempt": reverse("document_accessibility", args=[known["exempt"].pk]),
        "sheet": reverse("wagtaildocs:edit", args=[known["faulty"].pk]),
        "sheet-unread": reverse("wagtaildocs:edit", args=[known["broken"].pk]),
        "list": reverse("wagtaildocs:index"),
        "refusal": reverse("wagtailadmin_pages:edit", args=[page.pk]) + f"?refus={page.refusals.get().pk}",
    }


def reference_to(document, page) -> None:
    """What Wagtail's index says of a chosen document; the pages of the plain town write addresses by hand."""
    types = ContentType.objects
    ReferenceIndex.objects.create(
        base_content_type=types.get_for_model(Page),
        content_type=types.get_for_model(page),
        object_id=str(page.pk),
        to_content_type=types.get_for_model(document),
        to_object_id=str(document.pk),
        model_path="body",
        content_path="body",
        content_path_hash=uuid4(),
    )
