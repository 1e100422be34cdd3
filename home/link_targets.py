"""Where a link that an editor writes may lead, when it is not to a page that is chosen."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

ADDRESS_HELP = (
    "Une adresse complète, qui commence par https://, ou celle d’un service de ce site, par exemple /recherche/."
)
_is_full_address = URLValidator(schemes=["http", "https"])


def check_address(value: str) -> None:
    """Let through a full address, or a path of this site. Raises ValidationError."""
    if value.startswith("/") and not value.startswith("//") and not set(value) & set("\\ \t\r\n"):
        return
    try:
        _is_full_address(value)
    except ValidationError as error:
        raise ValidationError(ADDRESS_HELP) from error
