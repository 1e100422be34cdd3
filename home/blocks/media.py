from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, StructBlock, StructBlockValidationError
from wagtail.images.blocks import ImageBlock


class FigureBlock(StructBlock):
    """An image with its alternative, or decorative, and where useful a caption."""

    image = ImageBlock(label="Image")
    caption = CharBlock(
        label="Légende",
        required=False,
        max_length=250,
        help_text="Affichée sous l’image. Peut porter le crédit.",
    )

    def clean(self, value):
        value = super().clean(value)
        image = value["image"]
        if image and image.decorative and value["caption"]:
            raise StructBlockValidationError(
                block_errors={
                    "caption": ValidationError(
                        "Une image décorative n’a pas de légende : décrivez l’image ou retirez la légende."
                    )
                }
            )
        return value

    class Meta:
        label = "Image"
        icon = "image"
        template = "home/blocks/figure.html"
        preview_template = "home/blocks/figure_preview.html"
        description = "Une image décrite, ou décorative, avec ou sans légende."
        preview_value = {"image": None, "caption": "La place de la mairie un jour de marché."}
