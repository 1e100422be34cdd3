"""What one page may hold. Beyond, it is not judged, and the error says which limit it is over.

Measured on two busy cores: a page of 20,000 nodes is read in 24 s, most of it axe's; 50,000 nodes and 20 million
characters each take the engine 300 MB. Nine pages of the web out of ten have less than 2,000 elements and 200 kB.
"""

from accessibility.page_errors import PageError

MOST_NODES = 50_000
"""Elements and texts of a page, its frames included."""
MOST_CHARACTERS = 10_000_000
"""Characters of a page's texts and attributes, its frames included; also bytes of its source."""
MOST_DEPTH = 512
"""Levels of elements: where Chromium's parser stops nesting them. Only a script goes deeper."""
MOST_FRAMES = 50
"""Frames that are read. The others are out of sight, as a frame of another site is: the page is judged without them."""

_SAID = {
    "nodes": f"{MOST_NODES} elements and texts",
    "depth": f"{MOST_DEPTH} levels of elements",
    "characters": f"{MOST_CHARACTERS} characters",
}


class TooLarge(PageError):
    """The page holds more than can be judged in a bearable time and memory. `measure`: nodes, depth or characters."""

    def __init__(self, measure: str) -> None:
        super().__init__(f"too large to be judged: more than {_SAID[measure]}")


def check_source(characters: int) -> None:
    """Raises TooLarge for a source of so many characters, or bytes."""
    if characters > MOST_CHARACTERS:
        raise TooLarge("characters")
