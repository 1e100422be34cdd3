"""Secret keys: one made once and kept for development, and how a default one is known."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

# What Django's own start-up template and careless copies begin with.
DEFAULT_KEY_PREFIXES = ("django-insecure-", "test-", "change", "secret")


def kept_key(path: Path) -> str:
    """The secret key kept in `path`, made on first use and readable by its owner only."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        key = get_random_secret_key()
        file.write(key)
    return key


def is_default_key(key: str) -> bool:
    """Whether a key is missing, short, or one that everybody knows."""
    return len(key) < 50 or len(set(key)) < 5 or key.lower().startswith(DEFAULT_KEY_PREFIXES)
