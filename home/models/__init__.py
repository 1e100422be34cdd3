from home.models.contact import ContactPage
from home.models.contact_message import ContactMessage
from home.models.media import PortalDocument, PortalImage, PortalRendition
from home.models.news import NewsIndexPage, NewsPage
from home.models.news_theme import NewsTheme
from home.models.pages import AccessibilityPage, HomePage, StandardPage
from home.models.review import ReviewReminder
from home.models.town import TownContact

__all__ = [
    "AccessibilityPage",
    "ContactMessage",
    "ContactPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "NewsTheme",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "ReviewReminder",
    "StandardPage",
    "TownContact",
]
