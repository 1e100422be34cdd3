"""The public statement counts the documents online that the law does not ask to be accessible, by reason."""

from datetime import date

import pytest
from wagtail.models import Page, ReferenceIndex, Site

from audits.documents.reading import content_of, note_check
from audits.models import DocumentCheck, DocumentExemption
from audits.statement.queries import statement_of
from tests.audits.library import UNTAGGED, add_document


@pytest.fixture
def exempt(home):
    """A document that is read and exempted for a reason."""

    def make(name: str, kind: DocumentExemption.Kind):
        document = add_document(UNTAGGED + name.encode(), name, name)
        read = {"named": True, "reader": "essai", "state": DocumentCheck.State.DEFECTS}
        note_check(document, DocumentCheck.objects.create(content=content_of(document), **read))
        DocumentExemption.objects.create(
            document=document, content=content_of(document), kind=kind, dated=date(2015, 4, 2), reason="Ancien."
        )
        return document

    return make


def test_exempt_documents_of_pages_online_are_counted_by_reason(exempt, add_page):
    kind = DocumentExemption.Kind
    documents = [exempt(f"bulletin-{number}.pdf", kind.BEFORE_2018) for number in range(2)]
    documents += [exempt("arrete.pdf", kind.THIRD_PARTY), exempt("plan-cadastral.pdf", kind.HERITAGE)]
    html = "".join(f'<p><a linktype="document" id="{document.pk}">Lire</a></p>' for document in documents[:3])
    page = add_page("Bulletins", body=[{"type": "paragraph", "value": html}])
    ReferenceIndex.create_or_update_for_object(page)

    def said() -> list[str]:
        return statement_of(Site.objects.get(is_default_site=True)).exempt

    assert said() == [
        "2 documents publiés avant le 23\xa0septembre 2018, dont aucune démarche n’a besoin.",
        "1 document fait par des tiers, que la collectivité ne finance ni ne contrôle.",
    ]
    DocumentExemption.objects.filter(document=documents[2]).update(content="celui d’un fichier remplacé")
    assert [line[:2] for line in said()] == ["2 "]
    Page.objects.filter(pk=page.pk).update(live=False)
    assert said() == []
