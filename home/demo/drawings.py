"""The pictures of the demonstration town, drawn here: nobody's photograph, nobody's rights."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from home.models import PortalImage

SIZE = (1200, 720)
SCALE = 2
SKY, GROUND, WALL, ROOF = "#f6e6cb", "#dcbf92", "#fdf8ef", "#a3492f"
GREEN, DARK_GREEN, WOOD, GOLD, BLUE = "#4f8a6b", "#1f4d45", "#6b4a2f", "#e2b04a", "#9fc3c8"


class _Canvas:
    """A drawing at twice its size, so that its edges are smooth once reduced."""

    def __init__(self):
        self.image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), SKY)
        self.draw = ImageDraw.Draw(self.image)

    def _scaled(self, points):
        return [coordinate * SCALE for coordinate in points]

    def box(self, *corners, fill, radius=0):
        self.draw.rounded_rectangle(self._scaled(corners), radius=radius * SCALE, fill=fill)

    def disc(self, x, y, radius, *, fill):
        self.draw.ellipse(self._scaled((x - radius, y - radius, x + radius, y + radius)), fill=fill)

    def shape(self, *points, fill):
        self.draw.polygon(self._scaled(points), fill=fill)

    def tree(self, x, y, radius):
        self.box(x - 9, y, x + 9, y + radius * 1.6, fill=WOOD)
        self.disc(x, y, radius, fill=GREEN)
        self.disc(x - radius * 0.5, y + radius * 0.3, radius * 0.7, fill=DARK_GREEN)
        self.disc(x + radius * 0.4, y - radius * 0.1, radius * 0.75, fill=GREEN)

    def jpeg(self) -> bytes:
        output = BytesIO()
        self.image.resize(SIZE, Image.Resampling.LANCZOS).save(output, "JPEG", quality=88)
        return output.getvalue()


def town_hall() -> bytes:
    """The town hall, its clock, and a lime tree on each side."""
    canvas = _Canvas()
    canvas.disc(1010, 130, 62, fill=GOLD)
    canvas.box(0, 520, 1200, 720, fill=GROUND)
    canvas.box(340, 260, 860, 540, fill=WALL)
    canvas.shape(310, 260, 600, 110, 890, 260, fill=ROOF)
    canvas.disc(600, 200, 34, fill=WALL)
    canvas.box(597, 178, 603, 202, fill=DARK_GREEN)
    canvas.box(600, 197, 618, 203, fill=DARK_GREEN)
    for x in (385, 485, 675, 775):
        canvas.box(x, 310, x + 50, 380, fill=BLUE, radius=6)
        canvas.box(x, 425, x + 50, 495, fill=BLUE, radius=6)
    canvas.box(560, 420, 640, 540, fill=DARK_GREEN, radius=8)
    for step in range(3):
        canvas.box(530 - step * 16, 540 + step * 14, 670 + step * 16, 554 + step * 14, fill="#efe2cb")
    canvas.tree(190, 380, 95)
    canvas.tree(1010, 380, 95)
    return canvas.jpeg()


def library() -> bytes:
    """Shelves of coloured books above a reading table."""
    canvas = _Canvas()
    canvas.box(0, 580, 1200, 720, fill=GROUND)
    colours = (ROOF, DARK_GREEN, GOLD, GREEN, BLUE, WOOD)
    for row, top in enumerate((70, 240, 410)):
        canvas.box(120, top + 130, 1080, top + 146, fill=WOOD)
        x, number = 135, row * 2
        while x < 1050:
            width, height = 24 + (number * 7) % 17, 88 + (number * 13) % 40
            if number % 9 != 7:
                canvas.box(x, top + 130 - height, x + width, top + 130, fill=colours[number % 6], radius=3)
            x, number = x + width + 5, number + 1
    canvas.box(330, 610, 870, 634, fill=WALL, radius=8)
    for x in (370, 810):
        canvas.box(x, 634, x + 20, 712, fill=WALL)
    canvas.box(540, 590, 660, 610, fill=ROOF, radius=4)
    return canvas.jpeg()


def market() -> bytes:
    """Three market stalls with striped awnings."""
    canvas = _Canvas()
    canvas.box(0, 540, 1200, 720, fill=GROUND)
    canvas.tree(80, 300, 80)
    canvas.tree(1130, 300, 80)
    for left, stripe, goods in ((150, ROOF, GOLD), (460, DARK_GREEN, ROOF), (770, GOLD, GREEN)):
        for pole in (left + 10, left + 260):
            canvas.box(pole, 250, pole + 12, 600, fill=WOOD)
        for number in range(7):
            x = left + number * 40
            fill = stripe if number % 2 == 0 else WALL
            canvas.shape(x + 14, 200, x + 46, 200, x + 40, 300, x, 300, fill=fill)
            canvas.disc(x + 20, 300, 20, fill=fill)
        canvas.box(left, 470, left + 282, 600, fill=WOOD, radius=6)
        for number in range(6):
            canvas.disc(left + 30 + number * 44, 462, 20, fill=goods)
    return canvas.jpeg()


DRAWINGS = {"mairie": town_hall, "mediatheque": library, "marche": market}


def load_drawing(name: str) -> PortalImage:
    """The image of that name, drawn if it is not in the library yet."""
    title = f"Merlonges : {name}"
    image = PortalImage.objects.filter(title=title).first()
    if image is None:
        image = PortalImage(title=title, file=ImageFile(BytesIO(DRAWINGS[name]()), name=f"{name}.jpg"))
        image.save()
    return image


def remove_drawings() -> None:
    PortalImage.objects.filter(title__in=[f"Merlonges : {name}" for name in DRAWINGS]).delete()
