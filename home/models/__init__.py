from home.models.alert import UrgentAlert
from home.models.contact import ContactPage
from home.models.contact_message import ContactMessage
from home.models.media import PortalDocument, PortalImage, PortalRendition
from home.models.navigation import Navigation
from home.models.pages import AccessibilityPage, HomePage, StandardPage
from home.models.places import PlaceIndexPage, PlacePage
from home.models.procedure_catalogue import ServiceCataloguePage
from home.models.procedure_lists import LifeEvent, Topic
from home.models.procedures import ServicePage
from home.models.town import TownContact

__all__ = [
    "AccessibilityPage",
    "ContactMessage",
    "ContactPage",
    "HomePage",
    "LifeEvent",
    "PlaceIndexPage",
    "PlacePage",
    "Navigation",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "ServiceCataloguePage",
    "ServicePage",
    "StandardPage",
    "Topic",
    "TownContact",
    "UrgentAlert",
]
