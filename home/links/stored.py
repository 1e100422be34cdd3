"""The links inside the site that a page holds, as they are stored: a target that is lost is shown by nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import Block, ListBlock, PageChooserBlock, RichTextBlock, StreamBlock, StreamValue, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text.rewriters import extract_attrs

_LINK = re.compile(r"<a(\b[^>]*)>(.*?)</a>", re.DOTALL)


class Kind(StrEnum):
    """What a link leads to."""

    PAGE = "page"
    DOCUMENT = "document"


@dataclass(frozen=True)
class StoredLink:
    """A link to a page or a document: its text where there is one, and the path to it in the editor."""

    kind: Kind
    target: int
    place: str
    text: str = ""


def fields_read(model: type) -> list[str]:
    """The fields of a page type whose links are read here."""
    return [field.name for field in model._meta.get_fields() if isinstance(field, (StreamField, RichTextField))]


def links_of(name: str, value: StreamValue | str) -> Iterator[StoredLink]:
    """The links in one of these fields, from what the database has."""
    if isinstance(value, str):
        yield from _in_rich_text(value, name)
    elif value is not None:
        yield from _in_block(value.stream_block, list(value.raw_data), name, "")


def _in_block(block: Block, value: Any, place: str, text: str) -> Iterator[StoredLink]:
    match block, value:
        case StreamBlock(), list():
            for item in value:
                if child := block.child_blocks.get(item["type"]):
                    yield from _in_block(child, item["value"], f"{place}.{item.get('id')}", "")
        case ListBlock(), list():
            for item in value:
                is_whole = isinstance(item, dict) and item.get("type") == "item"
                inner, path = (item["value"], f"{place}.{item.get('id')}") if is_whole else (item, place)
                yield from _in_block(block.child_block, inner, path, "")
        case StructBlock(), dict():
            said = value.get("text") or value.get("title")
            for name, child in block.child_blocks.items():
                yield from _in_block(child, value.get(name), f"{place}.{name}", said if isinstance(said, str) else "")
        case RichTextBlock(), str():
            yield from _in_rich_text(value, place)
        case PageChooserBlock(), int():
            yield StoredLink(Kind.PAGE, value, place, text)
        case DocumentChooserBlock(), int():
            yield StoredLink(Kind.DOCUMENT, value, place, text)


def _in_rich_text(html: str, place: str) -> Iterator[StoredLink]:
    for attributes, text in _LINK.findall(html):
        found = extract_attrs(attributes)
        kind, target = found.get("linktype"), found.get("id", "")
        if kind in set(Kind) and target.isdecimal():
            yield StoredLink(Kind(kind), int(target), place, strip_tags(text).strip())
