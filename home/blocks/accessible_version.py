"""The accessible version of a document, shown beside each link to it: without it the gate refuses the page."""

from dataclasses import dataclass

from wagtail.models import Page

from home.french import file_size


def format_and_weight(document) -> str:
    """« PDF, 1,2 Mo »."""
    weight = document.get_file_size()
    known = [document.file_extension.upper(), file_size(weight) if weight is not None else ""]
    return ", ".join(filter(None, known))


@dataclass(frozen=True)
class AccessibleVersion:
    """Another document, or a page, that says the same and that everybody can read."""

    target: object
    details: str = ""

    @property
    def url(self) -> str:
        return self.target.url

    @property
    def title(self) -> str:
        return self.target.title

    @property
    def page(self) -> int | None:
        """The number of the page, when it is one."""
        return self.target.pk if isinstance(self.target, Page) else None


def accessible_version_of(document) -> AccessibleVersion | None:
    """What a document names as its accessible version, if visitors can open it. No query where none is named."""
    if document.accessible_document_id:
        return AccessibleVersion(document.accessible_document, format_and_weight(document.accessible_document))
    if document.accessible_page_id and document.accessible_page.live and document.accessible_page.url:
        return AccessibleVersion(document.accessible_page)
    return None
