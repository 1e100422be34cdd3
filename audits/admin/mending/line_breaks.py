"""Line breaks that separate paragraphs: real paragraphs."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from django import forms
from wagtail.blocks import RichTextBlock

from audits.admin.mending.mend import Finding, Mend, MendForm, Target
from audits.admin.mending.places import Place

_SEVERAL = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)


class _Form(MendForm):
    make_paragraphs = forms.BooleanField(label="Faire un paragraphe de chaque bloc de texte", required=False)


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    """One for a whole text: all its line breaks are mended together."""
    if isinstance(place.block, RichTextBlock) and _SEVERAL.search(place.value or ""):
        yield Target(lambda _: _make_paragraphs(place))


def _make_paragraphs(place: Place) -> None:
    html = BeautifulSoup(place.value, "html.parser")
    for paragraph in html.find_all("p"):
        parts = _SEVERAL.split(paragraph.decode_contents())
        if len(parts) > 1:
            made = "".join(f"<p>{part}</p>" for part in parts if part.strip())
            paragraph.replace_with(BeautifulSoup(made, "html.parser"))
    place.value = str(html)


MEND = Mend(
    rules=frozenset({"c08_09_paragraphs_made_of_line_breaks"}),
    form=_Form,
    targets=_targets,
    example="une case cochée\u00a0: chaque bloc de texte devient un paragraphe",
)
