"""The title of the page."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, in_main_document
from accessibility.page.text import is_blank


def title_elements(page: Page) -> list[Node]:
    """The `title` element that gives the page its title, as a list: none if the page is not HTML, or has no title."""
    if not page.is_html:
        return []
    titles = in_main_document(in_generated_code(page.select("title")), page)
    first = next((title for title in titles if title.namespace == HTML), None)
    return [first] if first is not None and not is_blank(first.raw_text) else []
