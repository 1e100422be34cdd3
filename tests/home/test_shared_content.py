"""What several pages show is tried on them before it is saved; a replaced file has its pages judged again."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText

from audits.actions import publish_page
from audits.gate.judging import rendering_of
from audits.models import LiveFault, LiveState
from audits.models.live_state import Cause
from audits.tasks import recheck_pages
from home.models import Navigation, PortalDocument, ServiceCataloguePage, ServicePage, StandardPage, Topic
from tests.audits.library import ACCESSIBLE, UNTAGGED, add_document
from tests.home.test_navigation import UNSEEN, choose

__all__ = ["choose"]


@pytest.mark.xdist_group("gate")
def test_a_snippet_that_would_break_its_pages_is_refused_on_its_form(gate, home, add_page, admin_client, settings):
    topic = Topic.objects.create(name="État civil")
    catalogue = add_page("Les démarches", kind=ServiceCataloguePage, slug="demarches")
    add_page("Acte de naissance", kind=ServicePage, parent=catalogue, topics=[topic])
    address = reverse("wagtailsnippets_home_topic:edit", args=[topic.pk])

    refused = admin_client.post(address, {"name": UNSEEN})
    said = " ".join(refused.context["form"].non_field_errors())
    assert "La page «\xa0Les démarches\xa0» montrerait ce défaut" in said and "RGAA, test 9.1" in said
    assert refused.context["form"]["name"].value() == UNSEEN
    assert Topic.objects.get().name == "État civil"

    checker, settings.PARVIS_CHECKER_SOCKET = settings.PARVIS_CHECKER_SOCKET, settings.MEDIA_ROOT / "nobody.sock"
    unjudged = admin_client.post(address, {"name": "Papiers et identité"})
    assert "Rien n’a été enregistré" in " ".join(unjudged.context["form"].non_field_errors())
    settings.PARVIS_CHECKER_SOCKET = checker
    assert admin_client.post(address, {"name": "Papiers et identité"}).status_code == 302
    assert Topic.objects.get().name == "Papiers et identité"


@pytest.mark.xdist_group("gate")
def test_the_menus_are_edited_in_the_administration(gate, home, choose, admin_client):
    navigation = choose()
    address = reverse("wagtailsettings:edit", args=("home", "navigation", navigation.site_id))
    assert admin_client.get(address).status_code == 200
    typed = {
        "menu-count": "1",
        "menu-0-deleted": "",
        "menu-0-order": "0",
        "menu-0-type": "entry",
        "menu-0-id": "",
        "menu-0-value-text": UNSEEN,
        "menu-0-value-page": "",
        "menu-0-value-address": "/recherche/",
        "menu-0-value-links-count": "0",
        "footer-count": "0",
        "legal_links-count": "0",
    }
    refused = admin_client.post(address, typed)
    assert refused.status_code == 200
    assert "RGAA, test 6.2" in refused.content.decode()
    assert admin_client.post(address, {**typed, "menu-0-value-text": "Chercher"}).status_code == 302
    assert Navigation.objects.get().menu[0].value["text"] == "Chercher"


@pytest.fixture
def document(home):
    return PortalDocument.objects.create(title="Budget", file=ContentFile(b"%PDF-1.7 un", name="budget.pdf"))


@pytest.fixture
def page(add_page, document):
    """A page online that gives a document."""
    link = f'<p>Lire <a linktype="document" id="{document.pk}">le budget de l’année</a>.</p>'
    return add_page("Budget", body=[{"type": "paragraph", "value": link}])


def test_a_linked_file_that_changes_under_its_address_is_another_rendering(page, document):
    before = rendering_of(page)
    assert rendering_of(page).key == before.key
    with open(document.file.path, "wb") as file:
        file.write(b"%PDF-1.7 deux")
    after = rendering_of(page)
    assert (after.html, after.inputs["html"]) == (before.html, before.inputs["html"])
    assert after.inputs["files"] != before.inputs["files"] and after.key != before.key


def test_a_replaced_document_has_its_pages_judged_again(page, document, add_page, django_capture_on_commit_callbacks):
    ReferenceIndex.create_or_update_for_object(page)
    assert ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(PortalDocument)).exists()
    other = add_page("Marchés")
    for shown in (page, other):
        LiveState.objects.create(page=shown)
    with django_capture_on_commit_callbacks(execute=True):
        document.title = "Budget de l’année"
        document.save()
    assert LiveState.objects.get(page=page).doubt == LiveState.Doubt.FILE
    assert LiveState.objects.get(page=other).doubt == ""
    asked = DBTaskResult.objects.get(task_path=recheck_pages.module_path)
    assert (asked.args_kwargs["args"], asked.priority) == ([[page.pk]], -10)


@pytest.mark.xdist_group("gate")
def test_a_replaced_document_that_is_not_accessible_blocks_nothing_and_is_to_be_mended_online(gate, home, admin_client):
    document = add_document(ACCESSIBLE, "budget.pdf", "Budget")
    link = f'<p>Lire <a linktype="document" id="{document.pk}">le budget de l’année</a>.</p>'
    page = StandardPage(title="Le budget", body=[("paragraph", RichText(link))])
    home.add_child(instance=page)
    publish_page(page)
    ReferenceIndex.create_or_update_for_object(page)
    address = reverse("wagtaildocs:edit", args=[document.pk])
    typed = {"title": "Budget", "collection": document.collection_id, "tags": ""}
    file = SimpleUploadedFile("budget-bis.pdf", UNTAGGED, "application/pdf")
    said = admin_client.post(address, {**typed, "file": file}, follow=True).content.decode()
    assert "Accessibilité du nouveau fichier\xa0: 1\xa0défaut certain." in said
    asked = DBTaskResult.objects.get(task_path=recheck_pages.module_path)
    assert asked.args_kwargs["args"] == [[page.pk]]
    recheck_pages.call([page.pk])
    assert StandardPage.objects.get(pk=page.pk).live
    fault = LiveFault.objects.get()
    assert (fault.page_id, fault.causes) == (page.pk, [Cause.FRAME, Cause.FILES])
    report = admin_client.get(reverse("live_faults")).content.decode()
    assert "«\xa0Budget\xa0» (budget-bis.pdf) n’est pas accessible" in report
    details = reverse("document_accessibility", args=[document.pk])
    assert f'href="{details}"' in report
    admin_client.post(details, {"kind": "third_party", "reason": "Fait par la préfecture."})
    recheck_pages.call([page.pk])
    assert not LiveFault.objects.exists()
