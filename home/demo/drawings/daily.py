"""Everyday life: school, meals, library, bus, bicycle, sorting, sport, garden."""

from home.demo.drawings.canvas import (
    ASPHALT,
    BLUE,
    CREAM,
    DARK_GREEN,
    DAWN,
    DEEP_WATER,
    GOLD,
    GREEN,
    GROUND,
    INK,
    LIGHT_GREEN,
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


def library() -> bytes:
    """Shelves of coloured books above a reading table."""
    canvas = Canvas(SKY, CREAM)
    canvas.box(0, 580, 1200, 720, fill=GROUND)
    canvas.box(100, 50, 1100, 580, fill="#8a633f", radius=6)
    colours = (ROOF, DARK_GREEN, GOLD, GREEN, BLUE, "#efe0c4")
    for row, top in enumerate((70, 240, 410)):
        canvas.box(120, top, 1080, top + 130, fill="#5d4128")
        canvas.box(120, top + 130, 1080, top + 146, fill=WOOD)
        x, number = 135, row * 2
        while x < 1050:
            width, height = 24 + (number * 7) % 17, 88 + (number * 13) % 34
            if number % 9 != 7:
                canvas.box(x, top + 130 - height, x + width, top + 130, fill=colours[number % 6], radius=3)
                canvas.box(x + 4, top + 144 - height, x + width - 4, top + 150 - height, fill=WALL)
            x, number = x + width + 5, number + 1
    canvas.box(290, 610, 910, 636, fill=WALL, radius=8)
    for x in (330, 850):
        canvas.box(x, 636, x + 20, 712, fill=WALL)
    canvas.shape(600, 606, 500, 592, 500, 606, fill=CREAM)
    canvas.shape(600, 606, 700, 592, 700, 606, fill=CREAM)
    canvas.box(500, 600, 700, 610, fill=ROOF, radius=3)
    canvas.box(770, 540, 776, 604, fill=INK)
    canvas.shape(740, 548, 773, 500, 806, 548, fill=GOLD)
    canvas.box(748, 602, 800, 610, fill=INK, radius=3)
    return canvas.jpeg()


def school() -> bytes:
    """A school and its yard: hopscotch, a bench, a chestnut tree."""
    canvas = Canvas("#dcebea", DAWN)
    canvas.hills(420, 30, fill=LIGHT_GREEN)
    canvas.box(180, 230, 1020, 490, fill=CREAM)
    canvas.shape(150, 232, 230, 150, 970, 150, 1050, 232, fill=ROOF)
    canvas.shape(480, 232, 600, 110, 720, 232, fill=WALL)
    canvas.disc(600, 188, 24, fill=STONE)
    canvas.disc(600, 188, 20, fill=WALL)
    canvas.box(598, 174, 602, 190, fill=INK)
    canvas.box(600, 187, 610, 191, fill=INK)
    for left in (210, 340, 770, 900):
        canvas.box(left, 280, left + 92, 400, fill=BLUE, radius=4)
        canvas.box(left + 44, 280, left + 48, 400, fill=WALL)
        canvas.box(left, 336, left + 92, 340, fill=WALL)
    canvas.box(520, 270, 680, 490, fill=WALL)
    canvas.box(540, 330, 598, 490, fill=DARK_GREEN, radius=4)
    canvas.box(602, 330, 660, 490, fill=DARK_GREEN, radius=4)
    canvas.box(0, 490, 1200, 720, fill=SAND)
    for number in range(6):
        canvas.box(300 + number * 70, 600, 362 + number * 70, 650, fill=WALL)
        canvas.box(305 + number * 70, 605, 357 + number * 70, 645, fill=(GOLD, PINK, BLUE)[number % 3])
    for offset in (0, 56):
        canvas.box(720, 572 + offset, 782, 622 + offset, fill=WALL)
        canvas.box(725, 577 + offset, 777, 617 + offset, fill=LIGHT_GREEN)
    canvas.tree(90, 330, 110)
    canvas.box(930, 560, 1130, 574, fill=WOOD, radius=4)
    canvas.box(950, 574, 964, 620, fill=INK)
    canvas.box(1096, 574, 1110, 620, fill=INK)
    for x, coat, height in ((230, ROOF, 130), (880, DEEP_WATER, 124), (840, GOLD, 118)):
        canvas.person(x, 590, height, coat=coat)
    return canvas.jpeg()


def meal() -> bytes:
    """A school meal seen from above: plate, salad, bread, water, an apple."""
    canvas = Canvas("#d9a86c")
    for row in range(0, 720, 90):
        canvas.box(0, row, 1200, row + 3, fill="#c99457")
    canvas.box(110, 70, 1090, 650, fill=DEEP_WATER, radius=46)
    canvas.box(132, 92, 1068, 628, fill="#6da6ad", radius=34)
    canvas.disc(520, 370, 210, fill=PALE_STONE)
    canvas.disc(520, 364, 206, fill=WALL)
    canvas.disc(520, 364, 158, fill="#f4ead8")
    for x, y in ((470, 300), (520, 280), (570, 305), (440, 350), (500, 340), (560, 350)):
        canvas.oval(x - 34, y - 24, x + 34, y + 24, fill=GOLD)
        canvas.oval(x - 20, y - 16, x + 4, y - 4, fill="#f2d491")
    for x, y in ((450, 430), (500, 450), (550, 440), (600, 410), (480, 400), (590, 455)):
        canvas.disc(x, y, 30, fill=GREEN)
        canvas.disc(x + 8, y - 10, 18, fill=LIGHT_GREEN)
    canvas.oval(590, 320, 670, 390, fill=ROOF)
    canvas.disc(850, 220, 96, fill=WALL)
    canvas.disc(850, 220, 78, fill=LIGHT_GREEN)
    for x, y in ((820, 200), (870, 190), (890, 240), (840, 250)):
        canvas.disc(x, y, 26, fill=GREEN)
    for x, y in ((850, 214), (806, 238), (880, 216)):
        canvas.disc(x, y, 15, fill="#c2402f")
    canvas.disc(930, 470, 66, fill="#cfe6e8")
    canvas.disc(930, 470, 52, fill="#a9d3d8")
    canvas.disc(790, 520, 58, fill="#c2402f")
    canvas.oval(766, 480, 792, 504, fill="#e08a74")
    canvas.line(790, 470, 800, 446, fill=WOOD, width=8)
    canvas.oval(700, 110, 800, 170, fill="#b9773a")
    canvas.oval(708, 116, 792, 158, fill="#d69a56")
    for x in (210, 232, 254, 276):
        canvas.line(x, 250, x, 330, fill=PALE_STONE, width=9)
    canvas.line(243, 330, 243, 530, fill=PALE_STONE, width=16)
    canvas.box(210, 322, 276, 344, fill=PALE_STONE, radius=10)
    return canvas.jpeg()


def bus() -> bytes:
    """A green town bus at its stop, its door on the pavement's side open."""
    canvas = Canvas("#e3eef0", DAWN)
    for number, left in enumerate(range(-30, 1200, 210)):
        canvas.house(left, 430, 190, 220 + number % 2 * 40, wall=(CREAM, "#f0d7c0", PALE_STONE)[number % 3], windows=3)
    canvas.box(0, 430, 1200, 520, fill=PALE_STONE)
    canvas.box(0, 520, 1200, 720, fill=ASPHALT)
    for left in range(40, 1200, 190):
        canvas.box(left, 664, left + 110, 674, fill=WALL)
    canvas.box(190, 230, 920, 560, fill=GREEN, radius=34)
    canvas.box(190, 470, 920, 560, fill=DARK_GREEN, radius=20)
    canvas.box(220, 262, 560, 390, fill="#cfe6e8", radius=14)
    canvas.box(700, 262, 890, 390, fill="#cfe6e8", radius=14)
    for x in (330, 440, 790):
        canvas.box(x, 262, x + 8, 390, fill=GREEN)
    canvas.box(585, 262, 675, 548, fill=INK, radius=8)
    canvas.box(592, 269, 668, 541, fill="#3d4a48", radius=6)
    canvas.box(580, 545, 690, 562, fill=GOLD)
    for x, coat in ((280, ROOF), (390, GOLD), (500, DEEP_WATER), (840, PINK)):
        canvas.disc(x, 330, 22, fill="#c99a77")
        canvas.box(x - 30, 352, x + 30, 390, fill=coat, radius=10)
    canvas.box(730, 236, 890, 258, fill=INK, radius=6)
    for number in range(9):
        canvas.box(744 + number * 15, 243, 752 + number * 15, 251, fill=GOLD)
    for x in (320, 790):
        canvas.disc(x, 562, 54, fill=INK)
        canvas.disc(x, 562, 26, fill=STONE)
    canvas.box(1030, 250, 1040, 540, fill=INK)
    canvas.disc(1035, 240, 44, fill=ROOF)
    canvas.disc(1035, 240, 36, fill=WALL)
    canvas.box(1012, 226, 1058, 252, fill=GREEN, radius=5)
    canvas.person(980, 560, 200, coat=GOLD)
    canvas.person(1110, 560, 190, coat=PINK)
    return canvas.jpeg()


def bicycle() -> bytes:
    """A bicycle with a basket, leaning on a rail beside a riverside path."""
    canvas = Canvas("#dcebea", DAWN)
    canvas.disc(1010, 120, 60, fill="#f2c46a")
    canvas.hills(330, 50, fill="#b7c79a", shift=2.2)
    canvas.gradient(380, 470, WATER, DEEP_WATER)
    for left, y in ((100, 400), (420, 430), (760, 404), (960, 440)):
        canvas.box(left, y, left + 170, y + 5, fill="#b5d6d8", radius=2)
    canvas.box(0, 462, 1200, 520, fill=LIGHT_GREEN)
    canvas.box(0, 510, 1200, 720, fill=SAND)
    canvas.tree(120, 290, 96)
    canvas.poplar(1110, 470, 260)
    canvas.poplar(1030, 470, 220, fill=GREEN)
    canvas.line(160, 500, 1060, 500, fill=WOOD, width=14)
    for x in (200, 480, 760, 1020):
        canvas.box(x - 8, 470, x + 8, 640, fill=WOOD)
    for x in (420, 780):
        canvas.ring(x, 540, 116, 12, fill=INK)
        canvas.ring(x, 540, 104, 3, fill=STONE)
        for dx, dy in ((0, 104), (74, 74), (104, 0), (74, -74)):
            canvas.line(x - dx, 540 - dy, x + dx, 540 + dy, fill=STONE, width=2)
        canvas.disc(x, 540, 14, fill=INK)
    for points in ((420, 540, 520, 380, 720, 380), (520, 380, 590, 550, 420, 540), (590, 550, 726, 392)):
        canvas.line(*points, fill=ROOF, width=14)
    canvas.line(780, 540, 706, 310, fill=ROOF, width=14)
    canvas.line(520, 380, 506, 330, fill=ROOF, width=12)
    canvas.box(456, 312, 560, 334, fill=INK, radius=11)
    canvas.line(706, 312, 650, 300, fill=INK, width=12)
    canvas.disc(590, 550, 30, fill=GOLD)
    canvas.line(590, 550, 612, 606, fill=INK, width=9)
    canvas.box(592, 602, 644, 614, fill=INK, radius=5)
    canvas.shape(724, 300, 880, 300, 860, 390, 744, 390, fill="#b9773a")
    for x in range(746, 870, 24):
        canvas.line(x, 302, x + 2, 388, fill="#8a5526", width=3)
    for x, colour in ((756, LIGHT_GREEN), (800, ORANGE), (842, GREEN)):
        canvas.disc(x, 296, 24, fill=colour)
    return canvas.jpeg()


def bins() -> bytes:
    """Three sorting bins in a row: grey, yellow and green."""
    canvas = Canvas("#e3eef0", DAWN)
    canvas.box(0, 150, 1200, 520, fill="#e7cdb0")
    for row in range(7):
        for number in range(13):
            left = number * 100 - row % 2 * 50
            canvas.box(left + 3, 153 + row * 53, left + 97, 202 + row * 53, fill="#dcb893", radius=3)
    canvas.box(0, 130, 1200, 156, fill=STONE)
    canvas.box(0, 520, 1200, 720, fill=PALE_STONE)
    for left, body, lid in ((150, "#7c7f80", "#55595a"), (470, "#e8c13c", "#c99b1b"), (790, GREEN, DARK_GREEN)):
        canvas.oval(left - 10, 640, left + 290, 690, fill=STONE)
        canvas.shape(left, 300, left + 260, 300, left + 236, 650, left + 24, 650, fill=body)
        canvas.shape(left + 190, 300, left + 260, 300, left + 236, 650, left + 190, 650, fill=lid)
        canvas.box(left - 16, 250, left + 276, 306, fill=lid, radius=16)
        canvas.box(left + 90, 236, left + 170, 256, fill=lid, radius=8)
        canvas.box(left + 60, 400, left + 170, 510, fill=WALL, radius=10)
        for x in (left + 50, left + 200):
            canvas.disc(x, 652, 30, fill=INK)
            canvas.disc(x, 652, 12, fill=STONE)
    canvas.shape(250, 432, 280, 432, 274, 490, 256, 490, fill="#55595a")
    canvas.box(244, 420, 286, 430, fill="#55595a", radius=3)
    canvas.box(572, 426, 596, 492, fill="#c99b1b", radius=6)
    canvas.box(577, 414, 591, 430, fill="#c99b1b", radius=3)
    canvas.box(606, 446, 630, 492, fill="#c99b1b", radius=3)
    canvas.box(888, 440, 920, 494, fill=DARK_GREEN, radius=8)
    canvas.box(897, 414, 911, 446, fill=DARK_GREEN, radius=3)
    return canvas.jpeg()


def stadium() -> bytes:
    """A running track around a football pitch, seen from the stands."""
    canvas = Canvas("#dcebea", DAWN)
    canvas.hills(250, 36, fill="#b7c79a", shift=0.4)
    for x in range(30, 1200, 90):
        canvas.poplar(x, 290, 110 + x % 40, fill=(GREEN, DARK_GREEN)[x % 4 == 0])
    canvas.box(0, 284, 1200, 720, fill=LIGHT_GREEN)
    canvas.oval(-120, 320, 1320, 780, fill=ROOF)
    for inset in (34, 68, 102):
        canvas.draw.ellipse(
            [edge * 2 for edge in (-120 + inset * 2, 320 + inset * 0.6, 1320 - inset * 2, 780 - inset)],
            outline=WALL,
            width=5,
        )
    canvas.oval(130, 396, 1070, 660, fill=GREEN)
    for number in range(4):
        left = 300 + number * 160
        canvas.shape(left, 430, left + 80, 430, left + 70, 628, left - 20, 628, fill="#5d9a78")
    canvas.line(290, 430, 910, 430, 970, 628, 230, 628, 290, 430, fill=WALL, width=4)
    canvas.line(600, 430, 600, 628, fill=WALL, width=4)
    canvas.draw.ellipse([edge * 2 for edge in (530, 490, 670, 566)], outline=WALL, width=8)
    for left, right in ((248, 300), (900, 952)):
        canvas.line(left, 560, left, 490, right - 10, 476, fill=WALL, width=5)
    canvas.disc(640, 548, 8, fill=WALL)
    for x, foot, coat in ((470, 560, GOLD), (700, 530, DEEP_WATER), (560, 610, GOLD), (790, 600, DEEP_WATER)):
        canvas.person(x, foot, 84, coat=coat)
    for x, coat in ((120, PINK), (1050, INK)):
        canvas.person(x, 706, 150, coat=coat)
    return canvas.jpeg()


def park() -> bytes:
    """A park with a pond, ducks, a bench and willows."""
    canvas = Canvas("#dcebea", DAWN)
    canvas.hills(330, 40, fill="#b7c79a", shift=1.0)
    canvas.box(0, 360, 1200, 720, fill=LIGHT_GREEN)
    canvas.hills(470, 24, fill="#78a876", waves=1, shift=2)
    canvas.oval(360, 450, 1260, 690, fill=SAND)
    canvas.oval(384, 462, 1240, 676, fill=WATER)
    for left, y, length in ((520, 520, 160), (760, 560, 220), (620, 620, 190), (960, 510, 130)):
        canvas.box(left, y, left + length, y + 5, fill="#b5d6d8", radius=2)
    for x, y in ((640, 570), (720, 546), (880, 606)):
        canvas.oval(x - 34, y - 16, x + 34, y + 16, fill=WOOD)
        canvas.disc(x + 32, y - 20, 14, fill=DARK_GREEN)
        canvas.shape(x + 44, y - 22, x + 62, y - 16, x + 44, y - 12, fill=ORANGE)
    canvas.shape(0, 640, 260, 520, 340, 520, 180, 720, 0, 720, fill=SAND)
    canvas.tree(150, 270, 120)
    canvas.tree(1060, 250, 110, leaves=GREEN)
    canvas.tree(420, 300, 84, leaves="#c9a24b", shade="#a97f2d")
    canvas.tree(800, 290, 74, leaves="#c9743f", shade="#a3542a")
    canvas.box(180, 520, 400, 536, fill=WOOD, radius=5)
    canvas.box(180, 470, 400, 484, fill=WOOD, radius=5)
    canvas.box(180, 494, 400, 506, fill=WOOD, radius=5)
    for x in (204, 364):
        canvas.box(x, 470, x + 12, 590, fill=INK)
    canvas.box(470, 396, 476, 480, fill=INK)
    canvas.disc(473, 390, 16, fill=GOLD)
    return canvas.jpeg()


def kitchen_garden() -> bytes:
    """A shared kitchen garden: raised beds, cabbages, two gardeners."""
    canvas = Canvas("#e3eef0", DAWN)
    canvas.hills(360, 36, fill="#b7c79a", shift=0.9)
    canvas.house(60, 430, 220, 180, wall=CREAM, roof=ROOF, windows=3)
    canvas.box(860, 290, 1080, 430, fill="#b98b57")
    canvas.shape(840, 292, 970, 220, 1100, 292, fill=WOOD)
    for x in range(880, 1080, 36):
        canvas.box(x, 294, x + 3, 430, fill="#96693c")
    canvas.box(0, 430, 1200, 720, fill="#a8bf84")
    for x in range(0, 1200, 60):
        canvas.box(x, 392, x + 14, 450, fill=WALL, radius=5)
    canvas.box(0, 406, 1200, 416, fill=WALL)
    for left, top, kind in (
        (90, 500, GREEN),
        (450, 500, ORANGE),
        (810, 500, "#c2402f"),
        (270, 610, "#c2402f"),
        (630, 610, GREEN),
    ):
        canvas.box(left, top, left + 300, top + 70, fill="#8a633f", radius=6)
        canvas.box(left + 10, top - 6, left + 290, top + 20, fill="#4d331d", radius=8)
        for number in range(6):
            x = left + 40 + number * 44
            canvas.disc(x, top - 8, 20, fill=LIGHT_GREEN if kind != GREEN else GREEN)
            canvas.disc(x, top - 12, 11, fill=kind if kind != GREEN else LIGHT_GREEN)
    canvas.person(420, 600, 190, coat=DEEP_WATER)
    canvas.person(780, 600, 182, coat=PINK)
    canvas.shape(330, 606, 372, 606, 366, 646, 336, 646, fill=STONE)
    canvas.line(372, 616, 396, 600, fill=STONE, width=6)
    return canvas.jpeg()
