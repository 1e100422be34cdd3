"""Where Wagtail's administration meets the editorial pages."""

from wagtail import hooks

from home.admin.contact_messages import ContactMessageViewSet
from home.admin.news_themes import NewsThemeViewSet
from home.admin.reports import BrokenLinksView, PagesToReviewView, report_addresses, report_menu_item


@hooks.register("register_admin_viewset")
def register_contact_messages():
    """Show the messages that residents wrote."""
    return ContactMessageViewSet()


@hooks.register("register_admin_viewset")
def register_news_themes():
    """Let editors choose what news are filed under."""
    return NewsThemeViewSet()


hooks.register("register_admin_urls")(report_addresses)


@hooks.register("register_reports_menu_item")
def register_pages_to_review():
    """Put the pages to read again among the reports."""
    return report_menu_item(PagesToReviewView, order=100)


@hooks.register("register_reports_menu_item")
def register_broken_links():
    """Put the broken links among the reports."""
    return report_menu_item(BrokenLinksView, order=110)
