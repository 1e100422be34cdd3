"""News go online through the gate, and what is wrong with the picture that opens one is shown on it."""

import pytest
from wagtail.models import Page, Site

from audits.actions import publish_page
from audits.gate.errors import PublicationRefused
from home.models import HomePage, NewsIndexPage, NewsPage
from tests.home.news import lead, picture


def draft(kind, parent, **fields):
    page = kind(live=False, **fields)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision()
    return kind.objects.get(pk=page.pk)


@pytest.fixture
def index(gate):
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    home = draft(HomePage, root, title="Bienvenue", slug="accueil-essai")
    Site.objects.create(hostname="localhost", root_page=home, site_name="Ville d’essai", is_default_site=True)
    publish_page(home)
    return publish_page(draft(NewsIndexPage, home, title="Actualités", slug="actualites"))


@pytest.mark.xdist_group("gate")
def test_a_picture_named_by_its_file_keeps_news_offline(index, client):
    image = picture()
    page = draft(NewsPage, index, title="Pont", slug="pont", lead=lead(image, alternative="IMG_2034.jpg"))
    with pytest.raises(PublicationRefused) as refused:
        publish_page(page)
    marks = {finding["provenance"] for finding in refused.value.verdict.content_findings}
    assert marks == {f"lead.{page.lead[0].id}"}
    page = NewsPage.objects.get(pk=page.pk)
    page.lead = page.lead.stream_block.to_python(lead(image, alternative="Le pont neuf au coucher du soleil"))
    page.save_revision()
    page.save()
    publish_page(NewsPage.objects.get(pk=page.pk))
    assert "Le pont neuf" in client.get(page.url).content.decode()
