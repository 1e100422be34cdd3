from home.models.alert import UrgentAlert
from home.models.contact import ContactPage
from home.models.contact_message import ContactMessage
from home.models.media import PortalDocument, PortalImage, PortalRendition
from home.models.navigation import Navigation
from home.models.pages import AccessibilityPage, HomePage, StandardPage
from home.models.town import TownContact

__all__ = [
    "AccessibilityPage",
    "ContactMessage",
    "ContactPage",
    "HomePage",
    "Navigation",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "StandardPage",
    "TownContact",
    "UrgentAlert",
]
