"""Links to maps: a link asks a third party nothing until somebody follows it."""

from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import urlencode

MAP = "https://www.openstreetmap.org"


def map_address(address_lines: Sequence[str], latitude: Decimal | None, longitude: Decimal | None) -> str:
    """A place on OpenStreetMap: the exact point where it is known, else a search for the address."""
    if latitude is None or longitude is None:
        return f"{MAP}/search?{urlencode({'query': ', '.join(address_lines)})}"
    north, east = _degrees(latitude), _degrees(longitude)
    return f"{MAP}/?{urlencode({'mlat': north, 'mlon': east})}#map=18/{north}/{east}"


def _degrees(value: Decimal) -> str:
    """The shortest writing, which is the same before and after the database has had it."""
    return f"{Decimal(str(value)).normalize():f}"
