"""Telling that the database was restored: beside it, a file names the last round over what is online.

A database that does not know the round of the file is older than the file. What it says of its pages was true of
another day, of templates and files that may have changed since.
"""

import uuid
from pathlib import Path

from django.conf import settings

from audits.models import LiveState, Recheck


def remember(round_: Recheck) -> None:
    """Name the last round in the file."""
    _file().write_text(f"{round_.token}\n", encoding="ascii")


def was_restored() -> bool:
    """Whether the database does not know the round that the file names."""
    try:
        token = uuid.UUID(_file().read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return False
    return not Recheck.objects.filter(token=token).exists()


def doubt_everything() -> int:
    """Keep what is said of the pages online, and mark all of it as not verified; how many pages there are."""
    return LiveState.objects.update(doubt=LiveState.Doubt.RESTORED, reason="")


def _file() -> Path:
    return Path(settings.VAR) / "last-recheck"
