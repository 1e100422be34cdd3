"""The text of a link: in a rich text, or in a block that makes one."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from django import forms
from wagtail.blocks import RichTextBlock

from audits.admin.mending.mend import Finding, Mend, MendForm, Target, child_that_holds, element_of, is_excerpt
from audits.admin.mending.places import Place


class _Form(MendForm):
    text = forms.CharField(
        label="Texte du lien", required=False, max_length=160, help_text="Ce que l’on trouve en suivant le lien."
    )


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    link = element_of(finding)
    if isinstance(place.block, RichTextBlock):
        written = BeautifulSoup(place.value or "", "html.parser").find_all("a")
        for number, candidate in enumerate(written):
            if _is_the_same(candidate, link):
                yield Target(lambda answers, number=number: _rewrite(place, number, answers["text"]))
    elif (name := child_that_holds(place, "link_text")) and is_excerpt(link.get_text(), place.value.get(name)):
        yield Target(lambda answers: place.value.update({name: answers["text"]}))


def _is_the_same(written: Tag, shown: Tag) -> bool:
    """Links to pages and documents have their address only once they are shown."""
    address = written.get("href")
    return is_excerpt(shown.get_text(), written.get_text()) and (not address or address == shown.get("href"))


def _rewrite(place: Place, number: int, text: str) -> None:
    html = BeautifulSoup(place.value, "html.parser")
    html.find_all("a")[number].string = text
    place.value = str(html)


MEND = Mend(
    rules=frozenset(
        {
            "c06_01_link_name_is_generic",
            "c06_01_link_named_by_file",
            "c06_01_link_named_by_punctuation",
            "c06_02_empty_link",
        }
    ),
    form=_Form,
    targets=_targets,
    example="«\u00a0Lire le compte rendu du conseil du 4\u00a0mai\u00a0»",
)
