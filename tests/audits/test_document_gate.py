"""A page that gives a document with certain defects does not go online, unless it is excused as the law wants it."""

from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from audits.actions import publish_page
from audits.documents import linked, reading
from audits.documents.findings import RULE
from audits.documents.linked import Standing, documents_of
from audits.documents.reading import known_check
from audits.gate.errors import PublicationRefused, VerdictUnavailable
from audits.gate.judging import judge, known_verdict, rendering_of
from audits.models import DocumentCheck, DocumentExemption
from tests.accessibility.documents.made_office import archive
from tests.audits.library import (
    ACCESSIBLE,
    BOMB,
    BROKEN,
    LOCKED,
    OLD_WORD,
    UNTAGGED,
    add_document,
    link_to,
    replace_file,
)
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, stream

pytestmark = pytest.mark.xdist_group("gate")


def refused(page) -> list[dict]:
    with pytest.raises(PublicationRefused) as error:
        publish_page(page)
    assert not PlainPage.objects.get(pk=page.pk).live
    return error.value.blocking


def publishes(page) -> bool:
    publish_page(page)
    return PlainPage.objects.get(pk=page.pk).live


def exempt(document, **fields) -> DocumentExemption:
    return DocumentExemption.objects.create(
        document=document, content=reading.content_of(document), kind=DocumentExemption.Kind.THIRD_PARTY, **fields
    )


def test_the_refusal_says_which_document_on_which_block_and_how_to_mend_it(town):
    document = add_document()
    (finding,) = refused(town.draft("Conseil", CLEAN + link_to(document)))
    assert (finding["rule"], finding["rgaa"], finding["provenance"]) == (RULE, ["13.3.1"], "body.0000-0")
    assert finding["document"] == document.pk
    assert finding["targets"] == ["html > body > main:nth-child(2) > p:nth-child(3) > a"]
    assert "«\xa0Compte rendu\xa0» (compte-rendu.pdf) n’est pas accessible" in finding["message"]
    assert finding["defects"][0]["rule"] == "pdf_not_tagged" and finding["defects"][0]["fix"]
    assert "remplacez son fichier" in finding["fix"]


def test_only_what_is_certain_refuses(town):
    names = {"tagged.pdf": ACCESSIBLE, "broken.pdf": BROKEN, "locked.pdf": LOCKED, "bomb.docx": BOMB, "empty.odt": b""}
    others = {"budget.xlsx": archive({"xl/workbook.xml": ""}), "conseil.mp3": b"ID3 son", "vieux.doc": OLD_WORD}
    added = [add_document(content, name, name) for name, content in (names | others).items()]
    assert publishes(town.draft("Conseil", "".join(link_to(each, f"Le document {each.title}") for each in added)))
    said = {document.title: (known_check(document).state, known_check(document).reason) for document in added}
    assert said == {
        "tagged.pdf": ("clean", ""),
        "broken.pdf": ("unread", "le fichier est endommagé"),
        "locked.pdf": ("unread", "il est protégé par un mot de passe"),
        "bomb.docx": ("unread", "il demande trop de mémoire"),
        "empty.odt": ("unread", "le fichier est vide"),
        "budget.xlsx": ("other", "ce n’est ni un PDF, ni un DOCX, ni un ODT"),
        "conseil.mp3": ("other", "ce n’est ni un PDF, ni un DOCX, ni un ODT"),
        "vieux.doc": ("other", "c’est un fichier bureautique d’avant 2007"),
    }


def test_a_file_that_is_gone_is_a_question_too(town):
    document = add_document()
    address = link_to(document)
    Path(document.file.path).unlink()
    assert publishes(town.draft("Conseil", address))
    assert (known_check(document).state, known_check(document).reason) == ("unread", "le fichier est introuvable")


@pytest.mark.parametrize(
    "address",
    [
        "{document.url}",
        "{document.file.url}",
        "http://localhost{document.url}",
        "..{document.url}#page=2",
        "{document.url}?v=2",
    ],
)
def test_every_way_to_write_its_address_counts(town, address):
    document = add_document()
    html = f'<p><a href="{address.format(document=document)}">Le compte rendu</a></p>'
    assert [finding["rule"] for finding in refused(town.draft("Conseil", html))] == [RULE]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://ailleurs.example{document.url}">Ailleurs</a></p>',
        '<p><a href="/documents/{document.pk}/autre-nom.pdf">Une adresse qui ne mène à rien</a></p>',
        '<p hidden><a href="{document.url}">Caché</a></p>',
        '<template><a href="{document.url}">Un modèle</a></template>',
        "<p>{document.url}</p>",
    ],
)
def test_what_is_no_link_to_an_own_document_refuses_nothing(town, html):
    assert publishes(town.draft("Conseil", html.format(document=add_document())))


def test_an_accessible_version_beside_it_excuses_it_and_only_beside_it(town):
    version = add_document(ACCESSIBLE, "balise.pdf", "Compte rendu balisé")
    document = add_document(accessible_document=version)
    (finding,) = refused(town.draft("Conseil", link_to(document)))
    assert "Sa version accessible est «\xa0Compte rendu balisé\xa0»" in finding["fix"]
    beside = link_to(document) + link_to(version, "Version accessible du compte rendu")
    assert publishes(town.draft("Conseil", beside))
    replace_file(version, UNTAGGED, "balise-2.pdf")
    again = link_to(document) + link_to(version, "Version accessible du compte rendu")
    found = refused(town.draft("Conseil", again))
    assert len(found) == 2 and "a elle-même des défauts certains" in found[0]["fix"]


def test_a_page_may_be_the_accessible_version_if_it_is_online_and_beside_it_or_is_the_very_page(town):
    version = town.draft("Compte rendu en ligne", CLEAN)
    document = add_document(accessible_page=version)
    html = link_to(document) + f'<p><a href="/{version.slug}/">Le compte rendu en ligne</a></p>'
    page = town.draft("Conseil", html)
    assert "n’est pas en ligne" in refused(page)[0]["fix"]
    assert publishes(version)
    assert publishes(page)
    assert "faites-y aussi un lien" in refused(town.draft("Autre", link_to(document)))[0]["fix"]
    version = PlainPage.objects.get(pk=version.pk)
    version.body = stream(CLEAN + link_to(document))
    version.save_revision()
    assert publishes(version)


def test_an_exemption_holds_for_the_content_that_it_was_given_for(town):
    document = add_document()
    page = town.draft("Conseil", link_to(document))
    refused(page)
    granted = exempt(document, dated=date(2015, 4, 2))
    assert publishes(page)
    granted.withdrawn_at = granted.created_at
    granted.save()
    assert refused(town.draft("Conseil", link_to(document)))
    exempt(document)
    replace_file(document, UNTAGGED + b"\n", document.filename)
    assert refused(town.draft("Conseil", link_to(document)))


def test_the_guard_knows_by_hashes_alone_and_a_replaced_file_makes_the_verdict_stale(town, monkeypatch):
    document = add_document(ACCESSIBLE)
    page = town.draft("Conseil", link_to(document))
    assert judge(page).accepted

    def read(*_, **__):
        raise AssertionError("the guard read a document")

    monkeypatch.setattr(reading, "judge_document", read)
    with transaction.atomic():
        assert known_verdict(page).accepted
    assert judge(page).accepted
    Path(document.file.path).write_bytes(UNTAGGED)
    with transaction.atomic():
        assert known_verdict(page) is None
        assert documents_of(rendering_of(page).html, page.full_url).by_path[document.url].standing is Standing.UNREAD
    monkeypatch.undo()
    assert not judge(page).accepted
    assert DocumentCheck.objects.count() == 2


def test_a_content_is_read_once_whatever_documents_hold_it(town, monkeypatch):
    read, judge_document = [], reading.judge_document
    monkeypatch.setattr(
        reading, "judge_document", lambda *args, **more: read.append(1) or judge_document(*args, **more)
    )
    first, second = add_document(), add_document(title="Le même")
    for document in (first, second, first):
        assert reading.check_document(document).state == "defects"
    assert read == [1]


def test_reading_that_takes_too_long_publishes_nothing_and_goes_on_when_it_is_tried_again(town, monkeypatch):
    monkeypatch.setattr(linked, "_MOST_SECONDS", 0)
    first, second = add_document(ACCESSIBLE), add_document(ACCESSIBLE + b"\n", title="Le deuxième")
    page = town.draft("Conseil", link_to(first) + link_to(second, "Lire le deuxième compte rendu"))
    with pytest.raises(VerdictUnavailable):
        publish_page(page)
    assert not PlainPage.objects.get(pk=page.pk).live and DocumentCheck.objects.count() == 1
    assert publishes(page)


def test_a_document_of_the_theme_is_no_fault_of_the_content(town, settings):
    document = add_document()
    engine = settings.TEMPLATES[0]
    processors = [*engine["OPTIONS"]["context_processors"], "tests.audits.test_document_gate.theme_document"]
    settings.TEMPLATES = [{**engine, "OPTIONS": {**engine["OPTIONS"], "context_processors": processors}}]
    theme_document.address = document.url
    page = town.draft("Stade", CLEAN)
    assert publishes(page)
    (finding,) = judge(PlainPage.objects.get(pk=page.pk)).technical_findings
    assert (finding["rule"], finding["place"]) == (RULE, "header")


def theme_document(request):
    """What makes the theme of the plain site link to a document."""
    return {"theme_document": theme_document.address}
