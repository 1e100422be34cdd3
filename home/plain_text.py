"""Text that somebody types without an editor, as HTML: paragraphs, and the lists that typed bullets announce."""

import re
from itertools import groupby

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import normalize_newlines

from accessibility.page.typed_lists import BULLETS, DASHES

_ITEM = re.compile(rf"\s*(?:[{BULLETS}]\s*|[{DASHES}]\s+)(?=\S)")
_FEWEST = 2


def paragraphs_and_lists(text: str) -> SafeString:
    """The HTML of a plain text. Two lines in a row or more that begin with a bullet or a dash make a list."""
    blocks = re.split(r"\n{2,}", normalize_newlines(text).strip())
    return format_html_join("\n", "{}", ((part,) for block in blocks for part in _parts(block)))


def _parts(block: str) -> list[SafeString]:
    parts, lines_so_far = [], []
    for is_item, lines in groupby(block.split("\n"), key=lambda line: bool(_ITEM.match(line))):
        lines = list(lines)
        if not is_item or len(lines) < _FEWEST:
            lines_so_far += lines
            continue
        parts += _paragraph(lines_so_far)
        lines_so_far = []
        items = format_html_join("", "<li>{}</li>", ((_ITEM.sub("", line, count=1),) for line in lines))
        parts.append(format_html("<ul>{}</ul>", items))
    return parts + _paragraph(lines_so_far)


def _paragraph(lines: list[str]) -> list[SafeString]:
    if not any(line.strip() for line in lines):
        return []
    return [format_html("<p>{}</p>", SafeString("<br>".join(map(conditional_escape, lines))))]
