from home.models.media import PortalDocument, PortalImage, PortalRendition
from home.models.pages import AccessibilityPage, HomePage, StandardPage
from home.models.town import TownContact

__all__ = [
    "AccessibilityPage",
    "HomePage",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "StandardPage",
    "TownContact",
]
