"""What the portal holds on a person, told by each application: what to export, and what becomes of it.

`PARVIS_PERSONAL_DATA` names classes of any application. Each is called with a user and has:

- `title`: a heading, in French;
- `becomes`: a sentence that says what becomes of these data when the account is deleted;
- `export()`: the data, as JSON can write them;
- `forget()`: deletes, or makes anonymous, what is not to stay.
"""

from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class Holdings(Protocol):
    """What one application holds on a person."""

    title: str
    becomes: str

    def export(self) -> Any:
        """The data, as JSON can write them."""

    def forget(self) -> None:
        """Delete, or make anonymous, what is not to stay when the account goes."""


def holdings_on(user) -> list[Holdings]:
    """What every application holds on a person, in the order of the setting."""
    return [import_string(name)(user) for name in settings.PARVIS_PERSONAL_DATA]
