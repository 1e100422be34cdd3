from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.images.blocks import ImageBlock

from home.blocks.errors import problem


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
            raise problem(
                caption="Une image décorative n’a pas de légende\u00a0: décrivez l’image ou retirez la légende."
            )
        return value

    class Meta:
        label = "Image"
        icon = "image"
        template = "home/blocks/figure.html"
        preview_template = "home/blocks/figure_preview.html"
        description = "Une image décrite, ou décorative, avec ou sans légende."
        preview_value = {"image": None, "caption": "La place de la mairie un jour de marché."}


class GalleryBlock(StructBlock):
    """Several images seen together: nothing moves, nothing is hidden."""

    pictures = ListBlock(FigureBlock(), label="Images", min_num=2)

    class Meta:
        label = "Galerie d’images"
        icon = "copy"
        template = "home/blocks/gallery.html"
        preview_template = "home/blocks/gallery_preview.html"
        description = "Plusieurs images côte à côte, chacune décrite ou décorative."
        preview_value = {
            "pictures": [
                {"image": None, "caption": "La place de la mairie au printemps"},
                {"image": None, "caption": "La place de la mairie un jour de marché"},
                {"image": None, "caption": "La place de la mairie sous la neige"},
            ]
        }
