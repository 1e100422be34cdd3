"""Links inside the site that lead nowhere, wherever a page holds them."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from home.demo.blocks import paragraph
from home.links.broken import broken_links
from home.models import PortalDocument, StandardPage
from tests.home.conftest import put_online


@pytest.fixture
def draft(home):
    page = StandardPage(title="Brouillon", live=False)
    home.add_child(instance=page)
    return page


@pytest.fixture
def document(home):
    return PortalDocument.objects.create(title="Règlement", file=ContentFile(b"%PDF-1.7", name="reglement.pdf"))


def link_to(kind: str, target: int, text: str = "Voir") -> dict:
    return paragraph(f'<p>Texte. <a linktype="{kind}" id="{target}">{text}</a></p>')


def links_list(**target) -> dict:
    value = {"title": "", "links": [{"type": "item", "id": "l1", "value": {"text": "Le détail", **target}}]}
    return {"type": "links", "id": "b1", "value": value}


def said(page: Page) -> list[str]:
    """What is broken in a page, in words."""
    return [str(broken).replace("\xa0", " ") for broken in broken_links(Page.objects.all()).get(page.pk, [])]


def test_links_that_lead_somewhere_are_not_listed(add_page, document):
    target = add_page("Marchés")
    add_page(
        "Guide",
        body=[
            link_to("page", target.pk),
            link_to("document", document.pk),
            links_list(page=target.pk),
            links_list(document=document.pk),
            links_list(address="https://www.service-public.fr/"),
            paragraph('<p><a href="https://example.org/">Ailleurs</a> <a href="mailto:a@essai.example">Écrire</a></p>'),
        ],
    )
    assert broken_links(Page.objects.all()) == {}


@pytest.mark.parametrize("made", [lambda pk: link_to("page", pk, "Le détail"), lambda pk: links_list(page=pk)])
def test_a_link_to_a_page_offline_or_gone_is_listed(add_page, draft, made):
    page = add_page("Guide", body=[made(draft.pk)])
    assert said(page) == ["« Le détail » mène à une page qui n’est pas en ligne"]
    put_online(draft)
    assert said(page) == []
    StandardPage.objects.get(pk=draft.pk).delete()
    assert said(page) == ["« Le détail » mène à une page supprimée"]


@pytest.mark.parametrize("made", [lambda pk: link_to("document", pk, "Le détail"), lambda pk: links_list(document=pk)])
def test_a_link_to_a_lost_document_is_listed(add_page, document, made):
    page = add_page("Guide", body=[made(document.pk)])
    document.file.storage.delete(document.file.name)
    assert said(page) == ["« Le détail » mène à un document dont le fichier est perdu"]
    document.delete()
    assert said(page) == ["« Le détail » mène à un document supprimé"]


def test_a_save_after_the_loss_hides_nothing(add_page, draft):
    page = add_page("Guide", body=[links_list(page=draft.pk)])
    draft.delete()
    ReferenceIndex.create_or_update_for_object(StandardPage.objects.get(pk=page.pk))
    assert not ReferenceIndex.objects.filter(object_id=page.pk, model_path__startswith="body").exists()
    assert said(page) == ["« Le détail » mène à une page supprimée"]


def test_links_in_other_fields_are_known_from_the_index(add_page, draft):
    page = add_page("Guide")
    kinds = {
        "content_type": ContentType.objects.get_for_model(StandardPage),
        "base_content_type": ContentType.objects.get_for_model(Page),
        "to_content_type": ContentType.objects.get_for_model(Page),
    }
    ReferenceIndex.objects.create(
        **kinds,
        object_id=page.pk,
        to_object_id=draft.pk,
        model_path="place",
        content_path="place",
        content_path_hash=uuid4(),
    )
    assert said(page) == ["Lien vers une page qui n’est pas en ligne"]


def test_links_deep_inside_blocks_are_found_with_their_place(add_page, draft):
    text = f'<p><a linktype="page" id="{draft.pk}">Le <b>détail</b></a></p>'
    panels = [{"type": "item", "id": "p1", "value": {"title": "Question", "text": text}}]
    page = add_page("Guide", body=[{"type": "accordion", "id": "b1", "value": {"panels": panels}}])
    [broken] = broken_links(Page.objects.all())[page.pk]
    assert (broken.link.place, broken.link.text) == ("body.b1.panels.p1.text", "Le détail")


def test_drafts_may_link_to_drafts(home, draft):
    page = StandardPage(title="Guide", live=False, body=[link_to("page", draft.pk)])
    home.add_child(instance=page)
    assert broken_links(Page.objects.all()) == {}


def test_they_are_found_in_as_many_queries_however_many(add_page, draft, document):
    def queries(*names):
        for name in names:
            add_page(name, body=[link_to("page", draft.pk), link_to("document", document.pk)])
        with CaptureQueriesContext(connection) as caught:
            assert broken_links(Page.objects.all())
        return len(caught)

    queries("a")
    assert queries("b") == queries("c", "d", "e")


def report(client, **asked):
    response = client.get(reverse("broken_links"), asked)
    assert response.status_code == 200
    return response


def test_the_report_leads_to_the_block(admin_client, add_page, draft):
    page = add_page("Guide", body=[links_list(page=draft.pk)])
    html = BeautifulSoup(report(admin_client).content, "html5lib")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert html.find("a", string="Guide")["href"] == edit
    link = html.find("a", string=lambda text: text and "qui n’est pas en ligne" in text)
    assert link["href"] == f"{edit}#:w:contentpath=body.b1.links.l1.page"


def test_the_report_is_exported_and_says_when_it_is_empty(admin_client, add_page, draft):
    html = BeautifulSoup(report(admin_client).content, "html5lib")
    assert "Aucun lien cassé parmi les pages en ligne." in html.main.text
    add_page("Guide", slug="guide", body=[links_list(page=draft.pk), link_to("page", draft.pk, "Ici")])
    export = report(admin_client, export="csv")
    lines = b"".join(export.streaming_content).decode().replace("\xa0", " ").splitlines()
    assert lines[0] == "Page,Adresse,Liens cassés"
    assert lines[1].startswith("Guide,http") and lines[1].count("mène à une page qui n’est pas en ligne") == 2
    assert report(admin_client, export="xlsx")["Content-Disposition"].endswith('.xlsx"')
