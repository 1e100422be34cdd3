"""Plain text as HTML: paragraphs as they were, lists where bullets are typed, nothing unescaped."""

import pytest
from django.utils.html import linebreaks

from home.plain_text import paragraphs_and_lists


@pytest.mark.parametrize("text", ["Une ligne.", "Une.\nDeux.\n\nTrois.", "- une seule", "a < b & c", ""])
def test_text_without_a_list_is_as_django_writes_it(text):
    expected = linebreaks(text, autoescape=True) if text else ""
    assert paragraphs_and_lists(text).replace("\n", "") == expected.replace("\n", "")


@pytest.mark.parametrize("mark", ["•", "• ", "- ", "– ", "* "])
def test_lines_with_bullets_make_a_list_between_what_is_around(mark):
    html = paragraphs_and_lists(f"Évitez\u00a0:\r\n{mark}le pont\r\n{mark}le quai <b>\r\nMerci.")
    assert html == "<p>Évitez\u00a0:</p>\n<ul><li>le pont</li><li>le quai &lt;b&gt;</li></ul>\n<p>Merci.</p>"


def test_a_temperature_and_a_bold_word_are_no_items():
    assert "<ul>" not in paragraphs_and_lists("-5 °C ce matin\n*attention*\n-8 °C demain")
