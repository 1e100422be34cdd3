"""A source that is called plain is one of which the parser itself reports no error that counts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessibility.page.markup_errors import errors_of_the_parser
from accessibility.page.plain_markup import is_plain
from tests.bench_pages import page

FIXTURES = Path(__file__).parent / "rules" / "fixtures"
CHILDREN = {
    "ul": ("li",),
    "dl": ("dt", "dd"),
    "table": ("caption", "colgroup", "tr", "tbody", "thead"),
    "tbody": ("tr",),
    "thead": ("tr",),
    "tr": ("td", "th"),
    "select": ("option", "optgroup"),
    "optgroup": ("option",),
    "svg": ("g", "path", "use"),
    "p": ("a", "em", "span", "button", "label", "select", "svg", "script", "textarea", "div"),
    "button": ("em", "span", "svg", "p"),
}
ANY = (
    "a article b button div dl em fieldset figure font form h2 h3 iframe input label li nobr noscript object p pre "
    "script section select span svg table td textarea ul video"
).split()
BETWEEN = ("", "", " ", "\n", "é &amp; x", "<!-- note - -->")
ATTRIBUTES = ("", "", " class='a'", ' ID="x" hidden', ' title=">"', " type='hidden'", " a='1' A='2'", " x=y")


def document(body: str) -> str:
    return f"<!DOCTYPE html>\n<html lang='fr'><head><title>a</title></head><body>{body}</body></html>\n"


@st.composite
def elements(draw: st.DrawFn, around: str = "body", depth: int = 5) -> str:
    name = draw(st.sampled_from(CHILDREN.get(around, ANY)))
    attributes = draw(st.sampled_from(ATTRIBUTES))
    if name in ("input", "use"):
        return f"<{name}{attributes}{draw(st.sampled_from(('', '/')))}>"
    count = draw(st.integers(0, 3)) if depth else 0
    inside = [draw(elements(name, depth - 1)) + draw(st.sampled_from(BETWEEN)) for _ in range(count)]
    return f"<{name}{attributes}>{''.join(inside)}</{name}>"


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(elements(), st.integers(0, 400), st.sampled_from(("", "", "", "<", ">", "'", "/", "</p>", "<p>")))
def test_a_plain_source_has_no_error(body: str, place: int, slip: str) -> None:
    source = document(body[:place] + slip + body[place:])
    if is_plain(source):
        assert not errors_of_the_parser(source, html5=True)


@pytest.mark.parametrize("folder", sorted(FIXTURES.iterdir()), ids=lambda folder: folder.name)
def test_no_fixture_that_is_plain_has_an_error(folder: Path) -> None:
    for fixture in folder.glob("*.html"):
        source = fixture.read_text("utf-8")
        if is_plain(source):
            assert not errors_of_the_parser(source, html5=True), fixture.name


def test_pages_of_a_town_are_plain() -> None:
    assert all(is_plain(page(number)) for number in range(5))


@pytest.mark.parametrize(
    "body",
    (
        "<p>Un <strong>mot</p></strong>",
        "<p><div>Bloc</div></p>",
        "<table><p>Texte</p></table>",
        "<a href='/'>Un <a href='/'>lien</a></a>",
        "<span/>",
        "<img src='a.png' SRC='b.png'>",
        "<img src='a.png'alt=''>",
        "<textarea>",
        "<script><!--</script>",
        "<ul><p>Texte</p></ul></div>",
    ),
)
def test_what_may_be_wrong_is_not_plain(body: str) -> None:
    assert not is_plain(document(body))
