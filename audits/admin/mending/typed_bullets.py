"""Paragraphs that begin with a bullet typed by hand: a list."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from django import forms
from wagtail.blocks import RichTextBlock

from accessibility.page.typed_lists import BULLETS
from audits.admin.mending.mend import Finding, Mend, MendForm, Target, element_of, is_excerpt
from audits.admin.mending.places import Place


class _Form(MendForm):
    make_list = forms.BooleanField(label="Faire de ces paragraphes une liste à puces", required=False)


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    if isinstance(place.block, RichTextBlock):
        for number, paragraph in enumerate(BeautifulSoup(place.value or "", "html.parser").find_all("p")):
            if _begins_with_bullet(paragraph) and is_excerpt(element_of(finding).get_text(), paragraph.get_text()):
                yield Target(lambda _, number=number: _make_list(place, number))


def _make_list(place: Place, first: int) -> None:
    html = BeautifulSoup(place.value, "html.parser")
    paragraph = html.find_all("p")[first]
    items = [paragraph]
    while _begins_with_bullet(following := items[-1].find_next_sibling()):
        items.append(following)
    made = html.new_tag("ul")
    paragraph.insert_before(made)
    for item in items:
        text = item.find(string=_starts)
        text.replace_with(NavigableString(text.lstrip().lstrip(BULLETS).lstrip()))
        item.name = "li"
        made.append(item.extract())
    place.value = str(html)


def _starts(text: str | None) -> bool:
    return bool(text) and text.lstrip().startswith(tuple(BULLETS))


def _begins_with_bullet(element: Tag | None) -> bool:
    return element is not None and element.name == "p" and _starts(element.get_text())


MEND = Mend(
    rules=frozenset({"c09_03_bullets_typed_by_hand"}),
    form=_Form,
    targets=_targets,
    example="une case cochée\u00a0: les signes du début disparaissent, les puces viennent de la mise en page",
)
