"""The town: its hall, its market, its old stones, its streets."""

from home.demo.drawings.canvas import (
    ASPHALT,
    BLUE,
    CREAM,
    DARK_GREEN,
    DARK_ROOF,
    DAWN,
    DEEP_WATER,
    GOLD,
    GREEN,
    GROUND,
    INK,
    LIGHT_GREEN,
    NIGHT,
    ORANGE,
    PALE_STONE,
    PINK,
    ROOF,
    SAND,
    SKY,
    STONE,
    WALL,
    WATER,
    WOOD,
    Canvas,
)


def town_hall() -> bytes:
    """The town hall, its clock, and a lime tree on each side."""
    canvas = Canvas(SKY, DAWN)
    canvas.disc(1010, 130, 62, fill=GOLD)
    canvas.hills(470, 26, fill=LIGHT_GREEN)
    canvas.box(0, 520, 1200, 720, fill=GROUND)
    for row in range(5):
        canvas.box(0, 556 + row * 38, 1200, 559 + row * 38, fill=SAND)
    canvas.box(340, 260, 860, 540, fill=WALL)
    canvas.box(340, 392, 860, 400, fill=CREAM)
    canvas.shape(310, 260, 600, 110, 890, 260, fill=ROOF)
    canvas.box(592, 56, 596, 120, fill=INK)
    for number, colour in enumerate(("#31508f", WALL, "#b8382f")):
        canvas.box(596 + number * 22, 58, 618 + number * 22, 96, fill=colour)
    canvas.disc(600, 200, 38, fill=STONE)
    canvas.disc(600, 200, 33, fill=WALL)
    canvas.box(597, 178, 603, 202, fill=DARK_GREEN)
    canvas.box(600, 197, 618, 203, fill=DARK_GREEN)
    for x in (385, 485, 675, 775):
        for top in (300, 425):
            canvas.box(x - 4, top + 72, x + 54, top + 80, fill=STONE)
            canvas.box(x, top, x + 50, top + 72, fill=BLUE, radius=6)
            canvas.box(x + 23, top, x + 27, top + 72, fill=WALL)
    canvas.arch(556, 400, 644, 540, fill=DARK_GREEN)
    for step in range(3):
        canvas.box(530 - step * 16, 540 + step * 14, 670 + step * 16, 554 + step * 14, fill="#efe2cb")
    canvas.tree(190, 380, 100)
    canvas.tree(1010, 380, 100)
    return canvas.jpeg()


def market() -> bytes:
    """Three market stalls with striped awnings."""
    canvas = Canvas(SKY, DAWN)
    for number, left in enumerate(range(-40, 1200, 165)):
        canvas.house(left, 540, 150, 250 + number % 3 * 24, wall=(CREAM, PALE_STONE, "#f0d7c0")[number % 3])
    canvas.box(0, 540, 1200, 720, fill=GROUND)
    canvas.tree(60, 330, 84)
    canvas.tree(1140, 330, 84)
    for left, stripe, goods in ((150, ROOF, GOLD), (460, DARK_GREEN, ROOF), (770, GOLD, GREEN)):
        for pole in (left + 10, left + 260):
            canvas.box(pole, 250, pole + 12, 620, fill=WOOD)
        for number in range(7):
            x = left + number * 40
            fill = stripe if number % 2 == 0 else WALL
            canvas.shape(x + 14, 200, x + 46, 200, x + 40, 300, x, 300, fill=fill)
            canvas.disc(x + 20, 300, 20, fill=fill)
        canvas.box(left, 490, left + 282, 620, fill=WOOD, radius=6)
        canvas.box(left, 540, left + 282, 546, fill="#55391f")
        for number in range(6):
            canvas.disc(left + 30 + number * 44, 482, 22, fill=goods)
            canvas.disc(left + 24 + number * 44, 475, 6, fill=CREAM)
    for x, coat in ((440, PINK), (1085, DEEP_WATER)):
        canvas.person(x, 680, 220, coat=coat)
    return canvas.jpeg()


def wash_house() -> bytes:
    """The old wash house: a tiled roof on wooden posts over a stone basin."""
    canvas = Canvas(SKY, DAWN)
    canvas.hills(400, 40, fill=LIGHT_GREEN, shift=1.2)
    canvas.box(0, 470, 1200, 720, fill="#c9b48d")
    canvas.box(190, 300, 1010, 480, fill=PALE_STONE)
    for row in range(4):
        for number in range(11):
            left = 190 + number * 76 + row % 2 * 38
            canvas.box(left + 2, 302 + row * 45, min(left + 73, 1010), 343 + row * 45, fill=STONE, radius=4)
    canvas.shape(110, 310, 260, 130, 940, 130, 1090, 310, fill=ROOF)
    for row in range(1, 5):
        inset = 150 - row * 36
        canvas.line(110 + inset, 130 + row * 36, 1090 - inset, 130 + row * 36, fill=DARK_ROOF, width=3)
    for x in (160, 440, 740, 1020):
        canvas.box(x, 310, x + 22, 610, fill=WOOD)
        canvas.shape(x + 22, 330, x + 62, 310, x + 22, 372, fill=WOOD)
    canvas.shape(130, 560, 1070, 560, 1150, 690, 50, 690, fill=STONE)
    canvas.shape(180, 580, 1020, 580, 1080, 668, 120, 668, fill=WATER)
    for left, y, length in ((260, 602, 180), (520, 628, 240), (840, 600, 120), (210, 648, 150)):
        canvas.box(left, y, left + length, y + 5, fill="#b5d6d8", radius=2)
    canvas.tree(70, 330, 78)
    canvas.tree(1140, 340, 70)
    return canvas.jpeg()


def stone_bridge() -> bytes:
    """A bridge of three arches over a calm river, the old town behind."""
    canvas = Canvas("#f3d9b5", DAWN)
    canvas.disc(250, 170, 70, fill="#f2c46a")
    canvas.hills(370, 60, fill="#b7c79a", waves=1.1, shift=0.6)
    for left, height in ((560, 130), (660, 170), (770, 120), (880, 150), (1000, 130), (1110, 160)):
        canvas.house(left, 420, 92, height, wall=CREAM if left % 20 else PALE_STONE, windows=1)
    canvas.box(690, 150, 740, 300, fill=PALE_STONE)
    canvas.shape(678, 150, 715, 70, 752, 150, fill=DARK_ROOF)
    canvas.arch(706, 180, 724, 224, fill=INK)
    canvas.shape(0, 400, 600, 352, 1200, 400, 1200, 560, 0, 560, fill=STONE)
    canvas.shape(0, 384, 600, 336, 1200, 384, 1200, 402, 600, 354, 0, 402, fill=PALE_STONE)
    for left, top, right in ((90, 442, 350), (440, 410, 760), (850, 442, 1110)):
        canvas.oval(left, top, right, 1124 - top, fill="#6f9ea3")
    canvas.gradient(560, 720, WATER, DEEP_WATER)
    for x in (20, 395, 805, 1150):
        canvas.shape(x - 28, 560, x, 470, x + 28, 560, fill=PALE_STONE)
    for left, y, length in ((80, 604, 240), (470, 630, 300), (870, 600, 190), (240, 676, 260), (700, 688, 320)):
        canvas.box(left, y, left + length, y + 6, fill="#a7cfd3", radius=3)
    canvas.poplar(40, 420, 210)
    canvas.poplar(110, 420, 180, fill=GREEN)
    return canvas.jpeg()


def covered_market() -> bytes:
    """The timber hall on the square, its slate roof and its posts."""
    canvas = Canvas("#dbe7e6", DAWN)
    for left, wall in ((-30, CREAM), (130, "#f0d7c0"), (920, PALE_STONE), (1070, CREAM)):
        canvas.house(left, 540, 150, 290, wall=wall)
    canvas.box(0, 540, 1200, 720, fill=SAND)
    canvas.shape(150, 330, 330, 120, 870, 120, 1050, 330, fill="#5b6470")
    for row in range(1, 6):
        inset = 180 - row * 30
        canvas.line(150 + inset, 120 + row * 35, 1050 - inset, 120 + row * 35, fill="#49515c", width=3)
    canvas.box(556, 60, 644, 130, fill=WOOD)
    canvas.shape(540, 62, 600, 12, 660, 62, fill="#49515c")
    canvas.box(170, 330, 1030, 352, fill="#55391f")
    for x in range(190, 1031, 164):
        canvas.box(x, 352, x + 20, 590, fill=WOOD)
        canvas.box(x - 10, 578, x + 30, 600, fill=STONE)
        if x < 1000:
            canvas.line(x + 20, 420, x + 74, 352, fill=WOOD, width=10)
            canvas.line(x + 164, 420, x + 110, 352, fill=WOOD, width=10)
    for x, height, coat in ((290, 150, ROOF), (430, 160, DEEP_WATER), (680, 148, GOLD), (850, 156, GREEN)):
        canvas.person(x, 610, height, coat=coat)
    return canvas.jpeg()


def roadworks() -> bytes:
    """A digger beside a trench, behind red and white barriers."""
    canvas = Canvas("#e6eef0", DAWN)
    for left, wall in ((-20, "#f0d7c0"), (190, CREAM), (400, PALE_STONE), (960, CREAM)):
        canvas.house(left, 430, 180, 200, wall=wall, windows=3)
    canvas.tree(880, 260, 90)
    canvas.box(0, 430, 1200, 480, fill=PALE_STONE)
    canvas.box(0, 480, 1200, 720, fill=ASPHALT)
    canvas.shape(640, 520, 1080, 520, 1130, 610, 600, 610, fill="#6b4a2f")
    canvas.shape(670, 540, 1050, 540, 1078, 596, 640, 596, fill="#4d331d")
    canvas.box(240, 440, 500, 500, fill=INK, radius=30)
    for x in (280, 370, 460):
        canvas.disc(x, 470, 18, fill=STONE)
    canvas.box(260, 340, 480, 442, fill=GOLD, radius=10)
    canvas.box(380, 240, 490, 350, fill=GOLD, radius=10)
    canvas.box(400, 258, 476, 324, fill=BLUE, radius=6)
    canvas.line(480, 390, 620, 240, fill=GOLD, width=30)
    canvas.line(620, 240, 760, 470, fill=GOLD, width=24)
    canvas.shape(726, 452, 800, 452, 786, 520, 744, 520, fill=INK)
    for left in (60, 330, 600, 870):
        for foot in (left + 20, left + 210):
            canvas.box(foot, 620, foot + 14, 706, fill=INK)
        canvas.box(left, 622, left + 244, 666, fill=WALL, radius=6)
        for number in range(4):
            x = left + 10 + number * 60
            canvas.shape(x + 20, 622, x + 50, 622, x + 30, 666, x, 666, fill="#c2402f")
    canvas.shape(1100, 470, 1130, 380, 1160, 470, fill=ORANGE)
    canvas.box(1111, 424, 1149, 440, fill=WALL)
    canvas.box(1090, 468, 1170, 480, fill=ORANGE, radius=4)
    return canvas.jpeg()


def winter_square() -> bytes:
    """The square on a winter evening, its lit chalets and garlands under the snow."""
    canvas = Canvas(NIGHT, "#4d6076")
    for x, y in (
        (90, 60),
        (210, 140),
        (340, 50),
        (520, 110),
        (690, 40),
        (830, 130),
        (990, 60),
        (1120, 150),
        (610, 190),
    ):
        canvas.disc(x, y, 3, fill=WALL)
    for number, left in enumerate(range(-20, 1200, 175)):
        canvas.house(left, 520, 158, 230 + number % 2 * 30, wall=("#5f5a66", "#6c5f5f")[number % 2], roof="#e9edf0")
        canvas.box(left + 40, 330, left + 66, 366, fill=GOLD, radius=2)
    canvas.box(0, 520, 1200, 720, fill="#e9edf0")
    canvas.hills(560, 10, fill="#dbe2e8", waves=2)
    for start in (0, 400, 800):
        for step in range(21):
            share = step / 20
            y = 230 + 4 * 55 * share * (1 - share)
            colour = (GOLD, PINK, LIGHT_GREEN)[step % 3]
            canvas.disc(start + 400 * share, y, 6, fill=colour)
    for left in (170, 480, 790):
        canvas.box(left, 440, left + 240, 600, fill=WOOD, radius=4)
        canvas.box(left + 20, 470, left + 220, 540, fill="#f7d98d", radius=4)
        canvas.shape(left - 24, 446, left + 120, 360, left + 264, 446, fill="#55391f")
        canvas.shape(
            left - 24, 440, left + 120, 352, left + 264, 440, left + 232, 440, left + 120, 374, left + 8, 440, fill=WALL
        )
        canvas.person(left + 120, 560, 100, coat=ROOF)
        canvas.box(left, 540, left + 240, 600, fill=WOOD, radius=4)
    for x, coat in ((120, GREEN), (450, GOLD), (745, DEEP_WATER), (1090, PINK)):
        canvas.person(x, 680, 180, coat=coat)
    for number in range(70):
        canvas.disc((number * 173) % 1200, (number * 97) % 640, 4 - number % 3, fill=WALL)
    return canvas.jpeg()
