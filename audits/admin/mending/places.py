"""The content of a draft as Wagtail stores it, walked block by block, to be changed and put back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page


@dataclass(eq=False)
class Place:
    """The value of one block, in what holds it. `within` is the place around it."""

    block: Block
    holder: Any
    key: str
    within: "Place | None" = None

    @property
    def value(self) -> Any:
        return self.holder[self.key]

    @value.setter
    def value(self, value: Any) -> None:
        self.holder[self.key] = value

    def walk(self) -> Iterator["Place"]:
        """This place and those inside, in the order of the page."""
        yield self
        for inside in self.inside():
            yield from inside.walk()

    def inside(self) -> Iterator["Place"]:
        """The places just inside this one."""
        if isinstance(self.block, ImageBlock) or not self.value:
            return
        if isinstance(self.block, StructBlock):
            for name, child in self.block.child_blocks.items():
                if name in self.value:
                    yield Place(child, self.value, name, self)
        elif isinstance(self.block, ListBlock):
            for item in self.value:
                yield Place(self.block.child_block, item, "value", self)
        elif isinstance(self.block, StreamBlock):
            for item in self.value:
                if item["type"] in self.block.child_blocks:
                    yield Place(self.block.child_blocks[item["type"]], item, "value", self)


class DraftContent:
    """The fields of a page that blocks and rich texts are in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._data: dict[str, Any] = {}

    def at(self, provenance: str) -> Place | None:
        """The block or the rich text that a finding's `provenance` names; None when the draft has it no more."""
        name, _, block_id = provenance.partition(".")
        field = next((field for field in self.page._meta.fields if field.name == name), None)
        if isinstance(field, RichTextField) and not block_id:
            self._data.setdefault(name, getattr(self.page, name))
            return Place(RichTextBlock(), self._data, name)
        if not isinstance(field, StreamField) or not block_id:
            return None
        if name not in self._data:
            value = getattr(self.page, name)
            # A block that nobody has read yet is given as the database has it, perhaps in an older form.
            list(value)
            self._data[name] = field.stream_block.get_prep_value(value)
        stream = Place(field.stream_block, self._data, name)
        return next((place for place in stream.inside() if place.holder["id"] == block_id), None)

    def put_back(self) -> None:
        """Write the fields that were looked at on the page."""
        for name, data in self._data.items():
            field = self.page._meta.get_field(name)
            value = field.stream_block.to_python(data) if isinstance(field, StreamField) else data
            setattr(self.page, name, value)
