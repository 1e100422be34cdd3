"""Why a page could not be checked."""


class PageError(Exception):
    """The page could not be checked; the message says why, in one line."""


class NotAPage(PageError):
    """The address leads to something else than a web page: a document, a picture, a download."""


class WentElsewhere(PageError):
    """The document is not there any more: it went to another address, or took a frame away, while it was read."""

    def __init__(self) -> None:
        super().__init__("the page went elsewhere while it was read")


class BrowserLost(PageError):
    """The browser died or hung on this page. It is started anew for the next one."""
