"""Which links of a page lead to a document."""

from accessibility.page.linked_documents import linked_documents
from accessibility.page.static import page_from_source

PAGE = """<!DOCTYPE html><html lang="fr"><title>Actes</title><base href="https://www.example.org/actes/">
<a href="budget%202026.PDF#page=3">Budget</a> <a href="/actes/budget%202026.PDF">Budget</a>
<a href="telecharger?id=3" download="compte-rendu.odt">Compte rendu</a>
<a href="/fichier/12" type="application/pdf; charset=x">Arrêté</a>
<map><area href="plan.docx" alt="Plan"></map>
<a href="page.html">Page</a> <a href="mailto:mairie@example.org?subject=a.pdf">Courriel</a> <a name="a.pdf">Ancre</a>
<a href="https://www.example.pdf/">Domaine</a> <a href="/lecteur?file=a.pdf">Lecteur</a> <a href="http://[">Cassé</a>
"""


def test_each_document_is_given_once_with_its_format_and_its_links():
    page = page_from_source(PAGE, "https://www.example.org/")
    assert [(found.address, found.form, len(found.links)) for found in linked_documents(page)] == [
        ("https://www.example.org/actes/budget%202026.PDF", "pdf", 2),
        ("https://www.example.org/actes/telecharger?id=3", "odt", 1),
        ("https://www.example.org/fichier/12", "pdf", 1),
        ("https://www.example.org/actes/plan.docx", "docx", 1),
    ]
