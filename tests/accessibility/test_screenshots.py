"""The pictures of what is found: what they show, how many there are, and that they never cost a verdict."""

import io

import pytest
from PIL import Image

from accessibility.frontier import Target
from accessibility.screenshots import LARGEST, MOST_PER_RULE
from accessibility.visit import Visit, VisitState, visit
from tests.accessibility.web_server import CLEAN

pytestmark = pytest.mark.xdist_group("screenshots")

BLUE, RED = (0, 0, 255), (200, 16, 46)
LINK = '<a href="/x" style="display: block; width: {}px; height: {}px; background: blue"></a>'


@pytest.fixture
def visited(site, engine_browser):
    """Visits a page with this content, pictures taken."""

    def visited(body: str) -> Visit:
        address = site.page("/page", CLEAN.format(body))
        return visit(engine_browser, Target(address), lambda *_: "", {}, take_screenshots=True)

    return visited


def pictures(done: Visit, rule: str = "c06_02_empty_link") -> list[Image.Image]:
    """The pictures of the findings of a rule."""
    assert done.state is VisitState.DONE
    chosen = (done.screenshots[n] for n in sorted(done.screenshots) if done.report.findings[n].rule == rule)
    shown = [(screenshot, Image.open(io.BytesIO(screenshot.image))) for screenshot in chosen]
    assert all((screenshot.width, screenshot.height) == image.size for screenshot, image in shown)
    return [image.convert("RGB") for _, image in shown]


def is_near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 60 for one, other in zip(image.getpixel(place), colour, strict=True))


def test_a_picture_shows_the_element_outlined_wherever_it_is(visited):
    far = '<div style="width: 30000px; height: 17000px"></div>'
    found = pictures(visited(LINK.format(100, 50) + far + LINK.format(5000, 5000) + far))
    assert [image.size for image in found][0] == (100 + 8 + 32, 50 + 64), "cut at the edge of the window"
    small, large = found
    assert is_near(small, (58, 57), BLUE) and is_near(small, (58, 29), RED)
    assert large.width == LARGEST[0] and is_near(large, (400, 300), BLUE)


def test_what_has_no_box_has_no_picture(visited):
    hidden = LINK.format(0, 0) + f'<div style="opacity: 0">{LINK.format(90, 40)}</div>' + "<p></p>"
    done = visited(f"{LINK.format(100, 50)}{hidden}")
    assert len(pictures(done)) == 1
    assert any(finding.rule == "c08_09_empty_paragraph" for finding in done.report.findings)
    assert not pictures(done, "c08_09_empty_paragraph")


def test_a_rule_that_finds_much_has_few_pictures(visited):
    assert len(pictures(visited(LINK.format(40, 20) * 9))) == MOST_PER_RULE


def test_what_moves_has_none_and_the_rest_does(visited):
    moves = "<script>setInterval(() => scroller.style.marginLeft = `${Math.random() * 300}px`, 4)</script>"
    found = pictures(visited(f'<div id="scroller">{LINK.format(61, 30)}</div>{LINK.format(103, 50)}{moves}'))
    assert [image.size for image in found] == [(103 + 8 + 32, 50 + 64)]


@pytest.mark.parametrize("fight", ["location.replace('/elsewhere')", "window.close()", "throw 1", "document.write('')"])
def test_a_page_that_fights_keeps_its_verdict(visited, fight):
    far = '<div style="height: 9000px"></div>'
    done = visited(f"{far}{LINK.format(50, 50)}<script>addEventListener('scroll', () => {{ {fight} }})</script>")
    assert done.state is VisitState.DONE and done.report.tests["6.2.1"] == "failed"
