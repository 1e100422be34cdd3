"""What the sheet of a procedure reads of other pages, and how it sums itself up."""

from typing import TYPE_CHECKING

from wagtail.models import Page

from home.french import enumeration
from home.models.places import PlacePage

if TYPE_CHECKING:
    from home.models.procedures import ServicePage


def counter_of(sheet: "ServicePage") -> PlacePage | None:
    """The place where the procedure is done, while its own page is online."""
    if sheet.counter_id is None:
        return None
    return PlacePage.objects.filter(pk=sheet.counter_id).live().public().first()


def related_pages(sheet: "ServicePage") -> list[Page]:
    """The pages that the editor names, in the same order, without those that are not online; one query."""
    wanted = [child.value.pk for child in sheet.related if child.value]
    if not wanted:
        return []
    online = Page.objects.filter(pk__in=wanted).live().public().in_bulk()
    return [online[number] for number in dict.fromkeys(wanted) if number in online]


def ways_in_words(sheet: "ServicePage", counter: PlacePage | None) -> str:
    """« En ligne, au guichet et par courrier »; empty when there is no way."""
    ways = (
        ("en ligne", sheet.has_button),
        ("au guichet", counter is not None),
        ("par téléphone", sheet.phone),
        ("par courrier", sheet.postal_lines),
    )
    possible = [words for words, given in ways if given]
    return enumeration(possible).capitalize() if possible else ""
