"""What the town's pictures are drawn with: a palette, and shapes at twice their size so that edges are smooth."""

from io import BytesIO
from math import pi, sin

from PIL import Image, ImageDraw

SIZE = WIDTH, HEIGHT = (1200, 720)
SCALE = 2

SKY, DAWN, DUSK, NIGHT = "#f6e6cb", "#fbeedd", "#e9b79a", "#22384c"
GROUND, SAND, STONE, PALE_STONE = "#dcbf92", "#ecd8b2", "#b9a98f", "#d9ccb6"
WALL, CREAM, ROOF, DARK_ROOF = "#fdf8ef", "#f3e3c6", "#a3492f", "#7d3522"
GREEN, LIGHT_GREEN, DARK_GREEN, WOOD = "#4f8a6b", "#86b27f", "#1f4d45", "#6b4a2f"
GOLD, BLUE, WATER, DEEP_WATER = "#e2b04a", "#9fc3c8", "#7fb1b8", "#4c8790"
INK, ASPHALT, PINK, ORANGE = "#2c2a26", "#6d6a66", "#d98f7c", "#d9772f"


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


class Canvas:
    """A drawing of 1200 by 720."""

    def __init__(self, top: str = SKY, bottom: str | None = None):
        """A sky of one colour, or that goes from one to another."""
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), top)
        self.draw = ImageDraw.Draw(self.image)
        if bottom:
            self.gradient(0, HEIGHT, top, bottom)

    def _scaled(self, points):
        return [coordinate * SCALE for coordinate in points]

    def gradient(self, top: float, bottom: float, first: str, last: str) -> None:
        start, end = _rgb(first), _rgb(last)
        height = int((bottom - top) * SCALE)
        for row in range(height):
            share = row / height
            colour = tuple(round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
            y = int(top * SCALE) + row
            self.draw.line((0, y, WIDTH * SCALE, y), fill=colour)

    def box(self, *corners, fill, radius=0):
        self.draw.rounded_rectangle(self._scaled(corners), radius=radius * SCALE, fill=fill)

    def disc(self, x, y, radius, *, fill):
        self.draw.ellipse(self._scaled((x - radius, y - radius, x + radius, y + radius)), fill=fill)

    def oval(self, *corners, fill):
        self.draw.ellipse(self._scaled(corners), fill=fill)

    def ring(self, x, y, radius, width, *, fill):
        corners = (x - radius, y - radius, x + radius, y + radius)
        self.draw.ellipse(self._scaled(corners), outline=fill, width=width * SCALE)

    def shape(self, *points, fill):
        self.draw.polygon(self._scaled(points), fill=fill)

    def line(self, *points, fill, width=6):
        self.draw.line(self._scaled(points), fill=fill, width=int(width * SCALE), joint="curve")

    def arch(self, left, top, right, bottom, *, fill):
        """A door or a window with a round top."""
        self.box(left, top + (right - left) / 2, right, bottom, fill=fill)
        self.oval(left, top, right, top + right - left, fill=fill)

    def hills(self, level, height, *, fill, waves=1.5, shift=0.0):
        """A rolling horizon, filled to the foot of the picture."""
        crest = []
        for x in range(0, WIDTH + 20, 20):
            crest += [x, level - height * sin(shift + x / WIDTH * waves * 2 * pi)]
        self.shape(*crest, WIDTH, HEIGHT, 0, HEIGHT, fill=fill)

    def tree(self, x, y, radius, *, leaves=GREEN, shade=DARK_GREEN):
        self.box(x - radius * 0.1, y, x + radius * 0.1, y + radius * 1.7, fill=WOOD)
        self.disc(x, y, radius, fill=leaves)
        self.disc(x - radius * 0.5, y + radius * 0.35, radius * 0.66, fill=shade)
        self.disc(x + radius * 0.4, y - radius * 0.1, radius * 0.75, fill=leaves)

    def poplar(self, x, foot, height, *, fill=DARK_GREEN):
        self.box(x - 4, foot - height * 0.2, x + 4, foot, fill=WOOD)
        self.oval(x - height * 0.14, foot - height, x + height * 0.14, foot - height * 0.1, fill=fill)

    def house(self, left, foot, width, height, *, wall=WALL, roof=ROOF, windows=2):
        """A house seen from the street, with its shutters."""
        top = foot - height
        self.box(left, top, left + width, foot, fill=wall)
        self.shape(left - 12, top, left + width / 2, top - width * 0.36, left + width + 12, top, fill=roof)
        step = width / (windows + 1)
        for number in range(1, windows + 1):
            x = left + step * number
            self.box(x - 13, top + 26, x + 13, top + 66, fill=BLUE, radius=2)
            self.box(x - 23, top + 26, x - 15, top + 66, fill=GREEN)
            self.box(x + 15, top + 26, x + 23, top + 66, fill=GREEN)
        self.box(left + width / 2 - 17, foot - 62, left + width / 2 + 17, foot, fill=WOOD, radius=3)

    def person(self, x, foot, height, *, coat, skin="#c99a77", trousers=INK):
        """Somebody who stands, without a face."""
        head = height * 0.11
        self.box(x - height * 0.09, foot - height * 0.45, x - height * 0.01, foot, fill=trousers, radius=3)
        self.box(x + height * 0.01, foot - height * 0.45, x + height * 0.09, foot, fill=trousers, radius=3)
        self.box(x - height * 0.15, foot - height * 0.78, x + height * 0.15, foot - height * 0.38, fill=coat, radius=9)
        self.disc(x, foot - height * 0.88, head, fill=skin)

    def jpeg(self) -> bytes:
        output = BytesIO()
        self.image.resize(SIZE, Image.Resampling.LANCZOS).save(output, "JPEG", quality=88)
        return output.getvalue()
