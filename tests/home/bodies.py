"""One block of a body: the HTML that it makes, what it refuses of an editor, and the texts that it shows."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from home.blocks import BodyBlock

BODY = BodyBlock()


def rendered(kind: str, value) -> BeautifulSoup:
    """The HTML of a block, from the value that the database has."""
    stream = BODY.to_python([{"type": kind, "value": value}])
    return BeautifulSoup(stream[0].render(), "html5lib").body


def words_of(html) -> str:
    """A text as it is read, spaces that browsers merge put together."""
    return re.sub(r"[ \n]+", " ", html.get_text()).strip()


def accepted(kind: str, value):
    """The value that a block keeps when an editor gives this one."""
    block = BODY.child_blocks[kind]
    return block.clean(block.to_python(value))


def refused(kind: str, value) -> dict[str, str]:
    """The message of each field that a block refuses; fields of items inside are named `list.place.field`."""
    block = BODY.child_blocks[kind]
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python(value))
    return dict(messages_of(caught.value))


def messages_of(error: ValidationError, path: str = "") -> Iterator[tuple[str, str]]:
    """Each message of a block's problem, with the path of its field."""
    inner = getattr(error, "block_errors", None)
    if not inner:
        yield path, " ".join(error.messages)
        return
    for name, found in inner.items():
        yield from messages_of(found, f"{path}.{name}".lstrip("."))


def faults_of_typography(text: str) -> list[str]:
    """What French typography would not leave in a text: straight apostrophes, spaces where lines may break badly."""
    return re.findall(r"\w'\w|.? [:;!?»](?:\s|$)|« |«(?![\u00a0\u202f])|\.\.\.", text)
