"""The pictures of the demonstration town, drawn here: nobody's photograph, nobody's rights."""

from io import BytesIO

from django.core.files.images import ImageFile

from home.demo.drawings import daily, town
from home.models import PortalImage

DRAWINGS = {
    "mairie": town.town_hall,
    "marche": town.market,
    "lavoir": town.wash_house,
    "pont": town.stone_bridge,
    "halle": town.covered_market,
    "chantier": town.roadworks,
    "noel": town.winter_square,
    "mediatheque": daily.library,
    "ecole": daily.school,
    "repas": daily.meal,
    "bus": daily.bus,
    "velo": daily.bicycle,
    "tri": daily.bins,
    "stade": daily.stadium,
    "parc": daily.park,
    "jardin": daily.kitchen_garden,
}


def load_drawing(name: str) -> PortalImage:
    """The image of that name, drawn if it is not in the library yet."""
    title = f"Merlonges : {name}"
    image = PortalImage.objects.filter(title=title).first()
    if image is None:
        image = PortalImage(title=title, file=ImageFile(BytesIO(DRAWINGS[name]()), name=f"{name}.jpg"))
        image.save()
    return image


def remove_drawings() -> None:
    """Remove the images, and with them their files."""
    PortalImage.objects.filter(title__in=[f"Merlonges : {name}" for name in DRAWINGS]).delete()
