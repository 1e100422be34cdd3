"""What an editor reads when the database cannot take what was typed."""

from django.db import OperationalError

BUSY = "la base de données est occupée. Attendez quelques secondes, puis recommencez."
FULL = (
    "il n’y a plus de place sur le disque du serveur. Prévenez la personne qui administre le site, gardez cette "
    "fenêtre ouverte, puis recommencez quand elle aura fait de la place."
)
LOST = (
    "la base de données ne répond pas. Attendez une minute, puis recommencez\u00a0; si cela continue, prévenez la "
    "personne qui administre le site."
)
_SIGNS = {"disk is full": FULL, "no space left": FULL, "disk i/o error": FULL, "is locked": BUSY, "lock": BUSY}
"""In the messages of SQLite and PostgreSQL."""


def why_not_saved(error: OperationalError) -> str:
    """Why nothing could be written, and what to do: the end of a sentence that says what was not done."""
    said = str(error).lower()
    return next((reason for sign, reason in _SIGNS.items() if sign in said), LOST)
