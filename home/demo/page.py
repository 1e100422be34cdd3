"""What the demonstration says of each of its pages."""

from collections.abc import Callable
from dataclasses import dataclass, field

from home.demo.blocks import body
from home.demo.tree import HOME_SLUG
from home.demo.typography import typeset, typeset_all
from home.models.pages import EditorialPage

IN_MENU = {"show_in_menus": True}


@dataclass(frozen=True)
class DemoPage:
    """One page of the town: where it stands and what it says.

    `blocks` is called once every page of the town exists, so that it may link to any of them.
    """

    kind: type[EditorialPage]
    slug: str
    title: str
    introduction: str
    blocks: Callable[[], list[dict]] = list
    parent: str | None = HOME_SLUG
    fields: dict = field(default_factory=dict)

    def values(self) -> dict:
        """The fields of the page but its body."""
        return {
            "slug": self.slug,
            "title": typeset(self.title),
            "introduction": typeset(self.introduction),
            **typeset_all(self.fields),
        }

    def body(self) -> list[dict]:
        """The body of the page, ready for its stream."""
        return typeset_all(body(self.slug, *self.blocks()))
