"""The theme of the site that a page is shown on."""

from dataclasses import dataclass

from wagtail.models import Site

from home.models.theme import Theme
from home.theme.style_sheet import address_of


@dataclass(frozen=True)
class Shown:
    """A theme as the templates show it. `style_sheet`: its address, empty when the theme changes nothing."""

    name: str
    font: str = Theme.Font.ATKINSON
    style_sheet: str = ""
    logo: object = None


def theme_of(site: Site | None) -> Shown:
    """What the administrators of a site chose; what they did not is as usual."""
    name = site.site_name if site else ""
    theme = Theme.objects.filter(site=site).select_related("logo").first() if site else None
    if theme is None:
        return Shown(name)
    return Shown(theme.name or name, theme.font, address_of(theme), theme.logo)
