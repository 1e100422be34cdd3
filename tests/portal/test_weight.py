"""What public pages may weigh, compressed and without pictures: people come with old telephones and far from masts."""

import gzip
import re

from django.conf import settings

from tests.home.conftest import add_page, home

__all__ = ["add_page", "home"]

STATIC = settings.BASE_DIR / "portal" / "static"
MOST_OF_HOME, MOST_STYLES, MOST_SCRIPTS = 60_000, 30_000, 15_000


def compressed(name: str) -> int:
    return sum(len(gzip.compress(file.read_bytes())) for file in STATIC.glob(name))


def test_all_the_style_sheets_and_scripts_are_light():
    assert 0 < compressed("css/*.css") < MOST_STYLES
    assert 0 < compressed("js/*.js") < MOST_SCRIPTS


def test_the_home_page_is_light_with_its_style_sheets_and_its_font(client, home, add_page):
    for number in range(8):
        add_page(f"Rubrique {number}", show_in_menus=True, introduction="Ce que la ville fait pour ses habitants.")
    html = client.get("/").content
    asked = re.findall(r'(?:href|src)="/static/([^"]+)"', html.decode())
    files = [STATIC / name for name in dict.fromkeys(asked) if not name.startswith("img/")]
    assert {"woff2", "css"} <= {file.suffix[1:] for file in files}
    texts = len(gzip.compress(html)) + sum(len(gzip.compress(file.read_bytes())) for file in files)
    assert texts < MOST_OF_HOME


def test_fonts_are_two_and_free():
    fonts = sorted((STATIC / "fonts").glob("*.woff2"))
    assert len(fonts) == 2
    for font in fonts:
        assert font.stat().st_size < 45_000
        assert "SIL Open Font License" in font.with_suffix(".OFL.txt").read_text()
