"""What scripts listen to: events that a browser reported, or attributes of the source."""

from accessibility.page.model import Node, Page


def listened(page: Page, *events: str) -> list[str]:
    """Which of these events some script of the page listens to, on an element, the document or the window."""
    heard = page.listeners.kinds if page.listeners else frozenset()
    return [event for event in events if event in heard or page.with_attribute(f"on{event}")]


def page_if_it_listens(page: Page, *events: str) -> list[Node]:
    """The page's root element when one of these events is listened to."""
    return [page.root] if page.root is not None and listened(page, *events) else []
