"""The documents that the page of one visit links to: asked for while it is read, waited for once it is judged."""

from collections.abc import Iterable
from dataclasses import replace

from accessibility.inputs import with_documents
from accessibility.linked_documents.documents import Asked, Documents
from accessibility.linked_documents.findings import with_what_is_known
from accessibility.linked_documents.links import addresses_of_documents
from accessibility.linked_documents.verdict import DocumentVerdict
from accessibility.page.model import Page
from accessibility.report import PageReport


class DocumentsOfPage:
    """Those of one page, among the documents of a crawl; none when there are no `documents`.

    `is_unsure`: the page may be that of an earlier verdict, but only its documents can tell, and they are not all
    known yet: a window cannot be kept open for them.
    """

    def __init__(self, documents: Documents | None) -> None:
        self._documents = documents
        self._addresses: dict[int, str] = {}
        self._asked = Asked({})
        self.is_unsure = False

    def ask(self, page: Page) -> None:
        """Have the documents of the page judged while the page is."""
        if self._documents:
            self._addresses = addresses_of_documents(page)
            self._asked = self._documents.ask(self._addresses.values())

    def verdicts(self) -> Iterable[DocumentVerdict]:
        """What is known of them, waited for."""
        return self._asked.verdicts().values()

    def are_known(self, inputs: str, known: str) -> bool:
        """Whether the page and its documents are those of a known verdict; not while the documents are on their way.

        `inputs`: digest of inputs of the page alone; `known`: that of the verdict; either may be empty.
        """
        may_be = bool(inputs and known)
        self.is_unsure = may_be and not self._asked.come(within=0)
        return may_be and not self.is_unsure and with_documents(inputs, self.verdicts()) == known

    def told(self, report: PageReport, inputs: str) -> tuple[PageReport, str]:
        """The report on the page with what is known of them, and the digest of inputs that it depends on."""
        verdicts = self._asked.verdicts()
        findings = with_what_is_known(report.findings, self._addresses, verdicts)
        return replace(report, findings=findings), with_documents(inputs, verdicts.values())
