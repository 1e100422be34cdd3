"""10.7.1: the focus shows on every element that receives it.

The focus was given to each element of the live page. The test is met by the browser's own outline, left whole, or by a
style of the author that is visible: pixels in contrast of 3 with what was there, half the length of the element's edge
at least. It is failed where the outline was taken away and not one pixel of the window changed. A person looks at what
lies between, at a text field that only shows its caret, at what could not be measured and at what is hidden for now;
at fields and frames too, which each browser draws in its own way: only Chromium was looked at.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.7.1
"""

from accessibility.page.focus_marks import Mark, hidden_receivers, is_drawn_by_each_browser, receivers
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.tab_walk import out_of_sequence
from accessibility.rules.base import Answer, Rule

_NO_MORE_KNOWN = (Mark.NATIVE, Mark.UNSURE)
_MOST_ASKED = 5
"""Elements whose mark is uncertain that are shown: whoever looks at these sees the others."""


@once_a_page
def _unmeasured(page: Page) -> tuple[Node, ...]:
    return tuple(node for node in receivers(page) if node not in page.focus_marks.marks)


@once_a_page
def _hidden(page: Page) -> tuple[Node, ...]:
    return tuple(hidden_receivers(page))


@once_a_page
def _drawn_by_each_browser(page: Page) -> tuple[Node, ...]:
    marks = page.focus_marks.marks
    return tuple(node for node, mark in marks.items() if mark in _NO_MORE_KNOWN and is_drawn_by_each_browser(node))


@once_a_page
def _unsure(page: Page) -> tuple[Node, ...]:
    left = set(_drawn_by_each_browser(page))
    return tuple(node for node, mark in page.focus_marks.marks.items() if mark is Mark.UNSURE and node not in left)


def _applicability(page: Page) -> list[Node]:
    if page.focus_marks is None:
        return []
    return [*page.focus_marks.marks, *_unmeasured(page)[:1], *_hidden(page)[:1]]


def _expectation(node: Node, page: Page) -> Answer:
    if page.focus_marks.marks.get(node) is Mark.UNSEEN and node in page.focus_marks.alike:
        return Answer.A_PERSON_MUST_LOOK if out_of_sequence(node) else Answer.FAILS
    asked = (
        *_drawn_by_each_browser(page)[:1],
        *_unsure(page)[:_MOST_ASKED],
        *_unmeasured(page)[:1],
        *_hidden(page)[:1],
    )
    return Answer.A_PERSON_MUST_LOOK if node in asked else Answer.MEETS


def _message(node: Node, page: Page) -> str:
    others = len(page.focus_marks.alike[node]) - 1
    same = f" ({others} autres éléments semblables)" if others > 1 else " (et un élément semblable)" if others else ""
    return f"La prise de focus ne se voit pas sur cet élément{same}\u00a0: rien ne change à l’écran."


def _review_message(node: Node, page: Page) -> str:
    mark = page.focus_marks.marks.get(node)
    if node in _drawn_by_each_browser(page):
        count = len(_drawn_by_each_browser(page))
        return (
            f"Champs ou cadres dont chaque navigateur dessine à sa façon la prise de focus ({count})\u00a0: vérifiez "
            "qu’elle se voit dans plusieurs navigateurs."
        )
    if mark is not None:
        return "La prise de focus se voit peut-être mal sur cet élément\u00a0: vérifiez-la au clavier."
    if node in _hidden(page):
        return (
            f"Éléments masqués pour l’instant ({len(_hidden(page))})\u00a0: vérifiez que leur prise de focus se voit "
            "quand ils sont affichés."
        )
    count = len(_unmeasured(page))
    return f"Éléments dont la prise de focus n’a pas été mesurée ({count})\u00a0: vérifiez-la au clavier."


RULE = Rule(
    act=("oj04fd",),
    decides=("10.7.1",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    reads="focus_marks",
    message=_message,
    review_message=_review_message,
    fix="Retirez outline: none, ou donnez au focus un style visible, par exemple "
    "a:focus-visible { outline: 3px solid #123b5d; outline-offset: 2px }.",
)
