"""A theme as a style sheet, in a file named after what it says: it may be kept for ever, and the gate can read it.

The file is written when a page first names it. Nothing is lost with it: it is made again from the theme.
"""

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from home.models.theme import Theme
from home.theme.palette import palette
from home.theme.tokens import usual_colours

FONTS = {
    Theme.Font.LEXEND: 'Lexend, system-ui, "Segoe UI", Roboto, sans-serif',
    Theme.Font.DEVICE: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
}
"""What each font puts in the place of the usual one."""


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme; empty when it changes nothing."""
    return _written(theme.font, tuple(theme.colours.items()))


@lru_cache(maxsize=100)
def _written(font: str, colours: tuple[tuple[str, str], ...]) -> str:
    """Every page asks for it, and the colours that follow from the chosen ones take long to find."""
    usual = usual_colours()
    changed = {name: colour for name, colour in palette(dict(colours)).items() if colour != usual[name]}
    lines = [f"    --{name}: light-dark({colour.light}, {colour.dark});" for name, colour in changed.items()]
    if font in FONTS:
        lines.append(f"    --text: {FONTS[font]};")
    if not lines:
        return ""
    return "\n".join(["@layer tokens, base, components;", "", "@layer tokens {", "  :root {", *lines, "  }", "}", ""])


def address_of(theme: Theme) -> str:
    """Where pages find the style sheet of a theme; empty when it changes nothing."""
    text = style_sheet(theme)
    if not text:
        return ""
    name = _name(text)
    if not _file(name).is_file():
        _write(_file(name), text)
    return reverse("theme", args=[name])


def read(name: str) -> str | None:
    """The style sheet of this name; None when no theme has it any more, nor ever had."""
    file = _file(name)
    if file.is_file():
        return file.read_text(encoding="utf-8")
    return next((text for theme in Theme.objects.all() if _name(text := style_sheet(theme)) == name), None)


def _name(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _file(name: str) -> Path:
    return Path(settings.PARVIS_THEMES) / f"{name}.css"


def _write(file: Path, text: str) -> None:
    """Whole or not at all: another process may read it at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, suffix=".draft")
    with open(handle, "w", encoding="utf-8") as draft_file:
        draft_file.write(text)
    os.chmod(draft, 0o644)
    os.replace(draft, file)
