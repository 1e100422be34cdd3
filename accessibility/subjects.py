"""When the subject of a test is proven absent from a page: the only ground for `inapplicable`."""

from accessibility.page.model import Page


def absent_tests(page: Page) -> set[str]:
    """The tests whose subject is proven absent from the page."""
    return set()
