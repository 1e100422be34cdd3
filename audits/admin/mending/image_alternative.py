"""An image of the page: what it shows in words, or that it is decorative."""

from collections.abc import Iterator

from django import forms
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from accessibility.page.text import quote
from audits.admin.mending.mend import Finding, Mend, MendForm, Target
from audits.admin.mending.places import Place


class _Form(MendForm):
    alternative = forms.CharField(
        label="Texte de remplacement",
        required=False,
        max_length=250,
        help_text="Ce que l’image apprend à qui ne la voit pas.",
    )
    decorative = forms.BooleanField(label="Image décorative\u00a0: elle n’apprend rien de plus", required=False)

    def clean(self):
        answers = super().clean()
        if answers.get("alternative") and answers.get("decorative"):
            raise forms.ValidationError("Une image décorative n’a pas de texte\u00a0: choisissez l’un des deux.")
        return answers


def _targets(place: Place, finding: Finding) -> Iterator[Target]:
    if isinstance(place.block, ImageBlock) and place.value and quote(_alternative(place.value)) in finding["message"]:
        yield Target(lambda answers: place.value.update(_answered(answers)))


def _alternative(value: dict) -> str:
    """As a page shows it: without one of its own, an image takes that of the library."""
    if value["decorative"]:
        return ""
    image = None if value["alt_text"] else get_image_model().objects.filter(pk=value["image"]).first()
    return image.default_alt_text if image else value["alt_text"] or ""


def _answered(answers: dict) -> dict:
    return {"alt_text": answers["alternative"], "decorative": answers["decorative"]}


MEND = Mend(
    rules=frozenset(
        {"c01_03_alternative_is_file_name", "c01_03_alternative_is_a_placeholder", "c01_03_alternative_is_punctuation"}
    ),
    form=_Form,
    targets=_targets,
    how="Dites ce que montre l’image, ou qu’elle est décorative si elle n’apporte aucune information.",
    example="«\u00a0La façade de la mairie, pavoisée pour le 14\u00a0juillet\u00a0»",
)
