"""A digest changes with anything in an element, and with nothing around it."""

import pytest

from accessibility.page.digest import digest_of
from accessibility.page.static import page_from_source

LONG = "mot " * 60
ELEMENT = f'<figure class="a"><img src="/a.jpg" alt=""><figcaption>{LONG}fin</figcaption></figure>'


def digest(element: str, *, tag: str = "figure", around: str = "<p>{}</p>") -> str:
    page = page_from_source(f"<!DOCTYPE html><html lang='fr'><body>{around.format(element)}</body></html>", "http://e/")
    return digest_of(next(page.document.find(tag)))


@pytest.mark.parametrize(
    ("old", "new"), [("fin<", "faim<"), ("/a.jpg", "/b.jpg"), ('class="a"', 'class="b"'), ("<img", "<br><img")]
)
def test_another_word_attribute_or_element_gives_another(old, new):
    assert digest(ELEMENT.replace(old, new)) != digest(ELEMENT)


def test_what_is_around_it_spaces_and_comments_change_nothing():
    assert digest(ELEMENT, around="<section>Autre<p></p>{}</section>") == digest(ELEMENT)
    assert digest(ELEMENT.replace("mot mot", "mot \n mot").replace("<img", "<!--parvis body.1--><img")) == digest(
        ELEMENT
    )


def test_the_page_itself_is_known_by_its_opening():
    assert digest("Un", tag="body") == digest("Deux", tag="body")
