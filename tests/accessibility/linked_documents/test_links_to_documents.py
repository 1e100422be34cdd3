"""Which links of a page lead to documents that are judged."""

from accessibility.linked_documents.links import addresses_of_documents
from accessibility.page.static import page_from_source
from tests.small_site import html

HERE = "https://ville.example/conseil/"


def found(body: str) -> list[str]:
    page = page_from_source(html("Conseil", body), HERE)
    addresses = addresses_of_documents(page)
    assert all(page.nodes[index].tag in ("a", "area") for index in addresses)
    return list(addresses.values())


def test_pdf_docx_and_odt_wherever_they_are():
    body = '<a href="cr.pdf#page=3">a</a><a href="/B.DOCX">b</a><a href="https://ailleurs.example/c.odt">c</a>'
    assert found(body) == [
        f"{HERE}cr.pdf",
        "https://ville.example/B.DOCX",
        "https://ailleurs.example/c.odt",
    ]


def test_what_does_not_show_its_kind_may_be_a_document():
    assert found('<a href="/ged?id=3" type="application/pdf">Acte</a>') == ["https://ville.example/ged?id=3"]
    assert found('<a href="/ged?id=3" download>Acte</a>') == ["https://ville.example/ged?id=3"]
    assert found('<a href="/ged?id=3" download="acte.docx">Acte</a>') == ["https://ville.example/ged?id=3"]


def test_what_cannot_be_judged_or_must_not_be_asked_for_is_left():
    assert found('<a href="/a.doc">a</a><a href="/a.xlsx">b</a><a href="/a.pptx">c</a><a href="/page">d</a>') == []
    assert found('<a href="file:///etc/a.pdf">a</a><a href="ftp://ville.example/a.pdf">b</a>') == []
    assert found('<a href="/deconnexion?suite=/a.pdf" download>Quitter</a>') == []
    assert found('<a href="/ged?id=3" download="tableau.ods">Budget</a>') == []
