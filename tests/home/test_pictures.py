"""Images as visitors get them: light formats, several widths, no shift of the page while they load."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from PIL import Image, features

from accessibility.browser import Browser
from accessibility.engine import check_url
from accessibility.outcome import Verdict
from home.avif import SPEED
from home.models import PortalImage


def library_image(kind: str = "JPEG", size: tuple[int, int] = (1600, 900), **fields) -> PortalImage:
    content = BytesIO()
    Image.effect_mandelbrot(size, (-2, -1, 1, 1), 40).convert("RGB").save(content, kind)
    name = f"image.{kind.lower()}"
    return PortalImage.objects.create(title="Image", file=ImageFile(content, name=name), **fields)


def moving_image() -> PortalImage:
    content = BytesIO()
    first, second = (Image.new("RGB", (300, 200), colour) for colour in ("#4f8a6b", "#a3492f"))
    first.save(content, "GIF", save_all=True, append_images=[second], duration=500)
    return PortalImage.objects.create(title="Image", file=ImageFile(content, name="image.gif"))


def figure(image: PortalImage, alternative: str = "Trois étals", caption: str = "") -> dict:
    value = {"image": image.pk, "decorative": not alternative, "alt_text": alternative}
    return {"type": "figure", "value": {"image": value, "caption": caption}}


@pytest.fixture
def shown(client, add_page):
    """The `picture` elements of a page that holds these blocks."""

    def show(*blocks):
        page = add_page("Marchés", body=list(blocks))
        return BeautifulSoup(client.get(page.url).content, "html5lib").main.find_all("picture")

    return show


def widths(element) -> list[str]:
    return [candidate.split()[1] for candidate in element["srcset"].split(", ")]


def opened(settings, address: str) -> Image.Image:
    return Image.open(settings.MEDIA_ROOT / address.split()[0].removeprefix("/media/"))


def test_this_machine_writes_the_light_formats():
    assert features.check("avif") and features.check("webp")


def test_a_picture_has_light_formats_and_a_fallback(shown, settings, home):
    (picture,) = shown(figure(library_image()))
    assert [source["type"] for source in picture.find_all("source")] == ["image/avif", "image/webp"]
    formats = [opened(settings, source["srcset"]).format for source in picture.find_all("source")]
    assert formats == ["AVIF", "WEBP"]
    assert opened(settings, picture.img["src"]).format == "JPEG"
    for element in (*picture.find_all("source"), picture.img):
        assert widths(element) == ["480w", "800w", "1200w"]
        assert element["sizes"]
    assert picture.img["alt"] == "Trois étals"


def test_the_light_formats_are_lighter(shown, settings, home):
    (picture,) = shown(figure(library_image()))
    last = [element["srcset"].split(", ")[-1] for element in (*picture.find_all("source"), picture.img)]
    weights = [(settings.MEDIA_ROOT / address.split()[0].removeprefix("/media/")).stat().st_size for address in last]
    assert weights == sorted(weights)


def test_nothing_moves_while_it_loads_and_nothing_is_cropped(shown, settings, home):
    image = library_image(focal_point_x=1500, focal_point_y=100, focal_point_width=50, focal_point_height=50)
    (picture,) = shown(figure(image))
    width, height = int(picture.img["width"]), int(picture.img["height"])
    assert (width, height) == opened(settings, picture.img["src"]).size == (1200, 675)


def test_an_image_is_never_made_wider_than_it_is(shown, home):
    (picture,) = shown(figure(library_image(size=(600, 300))))
    assert widths(picture.img) == ["480w", "600w"]
    assert picture.img["width"] == "600"


def test_a_png_stays_a_png_where_light_formats_are_unknown(shown, settings, home):
    pictures = shown(figure(library_image("PNG")), figure(library_image("WEBP")))
    assert [opened(settings, picture.img["src"]).format for picture in pictures] == ["PNG", "JPEG"]


def test_avif_is_written_at_our_pace_unless_another_is_asked_for():
    drawn = Image.effect_mandelbrot((320, 240), (-2.2, -1.6, 1.2, 1.6), 60).convert("RGB")

    def written(**options) -> bytes:
        file = BytesIO()
        drawn.save(file, "AVIF", quality=55, **options)
        return file.getvalue()

    assert written() == written(speed=SPEED) != written(speed=6)


def test_a_moving_image_keeps_its_file(shown, settings, home):
    (picture,) = shown(figure(moving_image()))
    assert not picture.find_all("source") and not picture.img.has_attr("srcset")
    assert opened(settings, picture.img["src"]).n_frames == 2
    assert (picture.img["width"], picture.img["height"]) == ("300", "200")


def test_a_missing_file_does_not_break_the_page(shown, home):
    image = library_image()
    image.file.storage.delete(image.file.name)
    assert len(shown(figure(image))) == 1


def test_only_the_first_image_of_the_page_loads_at_once(shown, home):
    gallery = {"type": "gallery", "value": {"pictures": [figure(library_image())["value"] for _ in range(2)]}}
    images = [picture.img for picture in shown(figure(library_image()), gallery)]
    assert [image.get("loading") for image in images] == [None, "lazy", "lazy"]
    assert images[0]["fetchpriority"] == "high"


def test_a_decorative_image_has_an_empty_alternative(shown, home):
    (picture,) = shown(figure(library_image(), alternative=""))
    assert picture.img["alt"] == ""


@pytest.mark.xdist_group("gate")
def test_our_engine_finds_no_fault_in_pictures(live_server, add_page):
    blocks = [
        figure(library_image(), caption="Le marché"),
        figure(library_image(), alternative=""),
        figure(moving_image()),
        {"type": "gallery", "value": {"pictures": [figure(library_image())["value"] for _ in range(2)]}},
    ]
    page = add_page("Marchés", body=blocks)
    with Browser() as browser:
        report = check_url(browser, live_server.url + page.url)
    assert report.status == 200
    assert [f.message for f in report.findings if f.verdict == Verdict.FAIL] == []
