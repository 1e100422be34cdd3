"""Which probes a page undergoes, in which order, and how long they may take together."""

import time
from collections.abc import Callable
from enum import Enum

from accessibility.page.model import Page
from accessibility.page_errors import BrowserLost, PageError
from accessibility.probes import additional_content, focus_marks, keyboard_walk, opened_states, strained_layout
from accessibility.window import Window

_LONGEST = 10.0
"""Seconds that the probes of one page may take. Each has its own bounds; none begins after that."""
_SHARE = 0.5
"""Of the time that is left to the page, what probes may use: a verdict must not be lost for their sake."""


class Probing(Enum):
    """How much a page is moved.

    The gate only walks through it with the keyboard, which costs nothing on a page without scripts: the other probes
    take as long as all the rest, and what they find is the theme's, which no editor can mend. The audit sees it.
    """

    NONE = "nothing is moved"
    KEYBOARD = "the Tab key alone"
    ALL = "everything"


def probe(window: Window, page: Page, offsets: dict[str, int], probing: Probing, lap: Callable[[str], None]) -> None:
    """Move the page that was read, and write down on it what was seen.

    `offsets`: by frame, where its table begins in the page's. `lap` is told what each probe cost. A page that stops
    answering keeps the verdict of its reading; from the gate, which only presses keys, it gets none: BrowserLost.
    """
    seconds = min(_LONGEST, _SHARE * window.seconds_left())
    until = time.monotonic() + seconds
    probes: list[tuple[str, Callable[[], None]]] = []

    def strain() -> None:
        page.strained = strained_layout.strain(window, page)

    def focus() -> None:
        page.focus_marks = focus_marks.look(window, page, offsets)

    def hover() -> None:
        page.additional_contents = additional_content.hover(window, page)

    def walk() -> None:
        page.tab_walk = keyboard_walk.walk(window, page)

    def open_controls() -> None:
        opened_states.open_states(window, page, offsets)

    if probing is Probing.ALL:
        probes.append(("strain", strain))
    if probing is not Probing.NONE:
        probes.append(("keyboard", walk))
    if probing is Probing.ALL:
        probes += [("focus", focus), ("hover", hover), ("states", open_controls)]
    with window.in_haste(seconds):
        for name, run in probes:
            if time.monotonic() > until:
                return
            try:
                run()
            except BrowserLost:
                if probing is not Probing.ALL:
                    raise
                window.give_up()
                return
            except PageError:
                return
            finally:
                lap(name)
