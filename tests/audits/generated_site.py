"""A site of any number of generated pages, of different sizes and defects, for long audits."""

from tests.small_site import Answer, SmallSite, html, links, slow

FAN = 20
"""Links on a page: page n leads to pages FAN × n + 1 and following."""


def generated_site(pages: int, *, wait: float = 0) -> SmallSite:
    """A site of so many pages, the home page included; each answer takes `wait` seconds."""
    site = SmallSite({"/": _answer(0, pages, wait)})
    site.pages |= {f"/{number}": _answer(number, pages, wait) for number in range(1, pages)}
    return site


def _answer(number: int, pages: int, wait: float) -> Answer:
    first = FAN * number + 1
    found = links(*(f"/{other}" for other in range(first, min(first + FAN, pages))))
    defects = '<img src="a.png">' * (number % 3) + f"<p>Paragraphe {number}.</p>" * (number % 50)
    return slow(html(f"Guichet {number}", found + defects), wait)
