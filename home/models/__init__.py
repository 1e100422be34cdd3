from home.models.alert import UrgentAlert
from home.models.contact import ContactPage
from home.models.contact_message import ContactMessage
from home.models.media import PortalDocument, PortalImage, PortalRendition
from home.models.navigation import Navigation
from home.models.news import NewsIndexPage, NewsPage
from home.models.news_theme import NewsTheme
from home.models.pages import AccessibilityPage, HomePage, StandardPage
from home.models.places import PlaceIndexPage, PlacePage
from home.models.procedure_catalogue import ServiceCataloguePage
from home.models.procedure_lists import LifeEvent, Topic
from home.models.procedures import ServicePage
from home.models.review import ReviewReminder
from home.models.theme import Theme
from home.models.town import TownContact

__all__ = [
    "AccessibilityPage",
    "ContactMessage",
    "ContactPage",
    "HomePage",
    "LifeEvent",
    "Navigation",
    "NewsIndexPage",
    "NewsPage",
    "NewsTheme",
    "PlaceIndexPage",
    "PlacePage",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "ReviewReminder",
    "ServiceCataloguePage",
    "ServicePage",
    "StandardPage",
    "Theme",
    "Topic",
    "TownContact",
    "UrgentAlert",
]
