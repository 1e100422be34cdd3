"""The title of a table."""

from collections.abc import Iterator

from django import forms
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from audits.admin.mending.mend import Finding, Mend, MendForm, Target, child_that_holds, element_of, is_excerpt
from audits.admin.mending.places import Place


class _Form(MendForm):
    caption = forms.CharField(
        label="Titre du tableau", required=False, max_length=160, help_text="Ce que l’on trouve dans ses cases."
    )


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    name = _name(place)
    if name and place.value and is_excerpt(element_of(finding).get_text(), place.value.get(name)):
        yield Target(lambda answers: place.value.update({name: answers["caption"]}))


def _name(place: Place) -> str | None:
    if isinstance(place.block, TableBlock):
        return "table_caption"
    return "caption" if isinstance(place.block, BaseTypedTableBlock) else child_that_holds(place, "table_caption")


MEND = Mend(
    rules=frozenset({"c05_05_caption_is_punctuation"}),
    form=_Form,
    targets=_targets,
    example="«\u00a0Tarifs de la cantine, par enfant et par repas\u00a0»",
)
