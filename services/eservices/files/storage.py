"""Where the files are: in a folder that no web server serves, under names drawn at random."""

import secrets

from django.conf import settings
from django.core.files.storage import FileSystemStorage


def private_files() -> FileSystemStorage:
    """The storage of attachments, readable by the portal's own user alone."""
    return FileSystemStorage(
        location=settings.PARVIS_PRIVATE_FILES,
        base_url=None,
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def random_name(instance, filename: str) -> str:
    """Where a new file goes. Nothing of the name that its sender gave it is kept here."""
    name = secrets.token_hex(20)
    return f"{name[:2]}/{name}"
