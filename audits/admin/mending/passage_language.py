"""The language of a passage: chosen again where its block has one, else the passage gets a block of its own."""

from collections.abc import Iterator
from uuid import uuid4

from bs4 import BeautifulSoup
from django import forms
from wagtail.blocks import Block, RichTextBlock, StreamBlock, StructBlock

from audits.admin.mending.mend import Finding, Mend, MendForm, Target, child_that_holds, element_of, is_excerpt
from audits.admin.mending.places import Place


class _Form(MendForm):
    language = forms.ChoiceField(label="Langue du passage", required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        languages = self.target.languages if self.target else []
        self.fields["language"].choices = [("", "Choisir une langue"), *languages]


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    name = child_that_holds(place, "language")
    if name and place.value:
        yield Target(lambda answers: place.value.update({name: answers["language"]}), _choices(place.block, name))
    elif isinstance(place.block, RichTextBlock) and place.within and isinstance(place.within.block, StreamBlock):
        kind = _block_with_a_language(place.within.block)
        if kind:
            yield from _passages(place, finding, kind)


def _passages(place: Place, finding: Finding, kind: str) -> Iterator[Target]:
    """The passages of a rich text of the page that may be the one found."""
    block = place.within.block.child_blocks[kind]
    languages = _choices(block, block.mendable["language"])
    for number, passage in enumerate(_passages_of(place.value)):
        if is_excerpt(element_of(finding).get_text(), BeautifulSoup(passage, "html.parser").get_text()):
            yield Target(lambda answers, number=number: _set_apart(place, number, kind, answers["language"]), languages)


def _passages_of(html: str) -> list[str]:
    """The paragraphs, lists… of a rich text."""
    return [str(node) for node in BeautifulSoup(html or "", "html.parser").contents if str(node).strip()]


def _set_apart(place: Place, number: int, kind: str, language: str) -> None:
    """Put a passage in a block that says its language, between what comes before and after."""
    stream, own = place.within.value, place.holder
    holds = place.within.block.child_blocks[kind].mendable
    every = _passages_of(place.value)
    before, passage, after = every[:number], every[number], every[number + 1 :]
    apart = {"type": kind, "value": {holds["language"]: language, holds["passage"]: passage}, "id": str(uuid4())}
    rest = {"type": own["type"], "value": "".join(after), "id": str(uuid4())}
    at = stream.index(own)
    if before:
        own["value"] = "".join(before)
    else:
        apart["id"] = own["id"]
    stream[at : at + 1] = [*([own] if before else []), apart, *([rest] if after else [])]


def _block_with_a_language(stream: StreamBlock) -> str | None:
    """The kind of block, among those that may be added here, that is a passage in another language."""
    blocks = stream.child_blocks.items()
    return next(
        (name for name, block in blocks if {"language", "passage"} <= getattr(block, "mendable", {}).keys()), None
    )


def _choices(block: Block, name: str) -> list[tuple[str, str]]:
    child = block.child_blocks[name] if isinstance(block, StructBlock) else None
    return [choice for choice in child.field.choices if choice[0]] if child else []


MEND = Mend(
    rules=frozenset({"c08_07_language_of_passage_missing", "c08_08_language_not_that_of_the_passage"}),
    form=_Form,
    targets=_targets,
    how="Choisissez la langue du passage. S’il n’est pas seul dans son bloc, il en aura un à lui.",
    example="«\u00a0Anglais\u00a0» pour un accueil écrit en anglais",
)
