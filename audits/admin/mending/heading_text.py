"""The text of a heading: of a part of the page, of a step, of a contact."""

from collections.abc import Iterator

from django import forms

from audits.admin.mending.mend import Finding, Mend, MendForm, Target, child_that_holds, element_of, is_excerpt
from audits.admin.mending.places import Place


class _Form(MendForm):
    heading = forms.CharField(label="Texte du titre", required=False, max_length=160)


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    name = child_that_holds(place, "heading")
    if name and place.value and is_excerpt(element_of(finding).get_text(), place.value.get(name)):
        yield Target(lambda answers: place.value.update({name: answers["heading"]}))


MEND = Mend(
    rules=frozenset({"c09_01_empty_heading", "c09_01_heading_is_punctuation"}),
    form=_Form,
    targets=_targets,
    example="«\u00a0Horaires d’ouverture\u00a0»",
)
