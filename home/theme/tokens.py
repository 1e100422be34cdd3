"""The colours of `tokens.css`, which a theme changes some of: read there, so that they are said once."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.contrib.staticfiles import finders

SHEET = "css/tokens.css"
_TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")


class Schemed(NamedTuple):
    """A colour as it is on light screens and on dark ones."""

    light: str
    dark: str


@cache
def usual_colours() -> dict[str, Schemed]:
    """Every colour of the portal without a theme, by the name of its token."""
    text = Path(finders.find(SHEET)).read_text(encoding="utf-8")
    return {name: Schemed(light, dark) for name, light, dark in _TOKEN.findall(text)}
