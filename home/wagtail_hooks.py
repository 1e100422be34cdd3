"""Where Wagtail's administration meets the editorial pages."""

from django.contrib.auth.models import Permission
from django.http import Http404
from django.shortcuts import redirect
from django.utils import translation
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.admin.contact_messages import ContactMessageViewSet
from home.admin.news_themes import NewsThemeViewSet
from home.admin.procedure_lists import ProcedureListsGroup
from home.admin.readability_panel import URLS as READABILITY_URLS
from home.admin.readability_panel import ReadabilitySidePanel
from home.admin.reports import BrokenLinksView, PagesToReviewView
from home.admin.urgent_alert import URLS as ALERT_URLS
from home.admin.urgent_alert import UrgentAlertMenuItem
from home.models import StandardPage
from home.models.pages import EditorialPage
from home.starting_points import PARAMETER, starting_point

register_snippet(ProcedureListsGroup)


@hooks.register("register_admin_viewset")
def register_contact_messages():
    """Show the messages that residents wrote."""
    return ContactMessageViewSet()


@hooks.register("register_admin_urls")
def register_urgent_alert_addresses():
    """Answer for the screen of the urgent alert."""
    return ALERT_URLS


@hooks.register("register_admin_menu_item")
def register_urgent_alert_entry():
    """Put the urgent alert at the top of the menu."""
    return UrgentAlertMenuItem()


@hooks.register("register_permissions")
def urgent_alert_permissions():
    """Let administrators give the right to publish an alert to a group."""
    return Permission.objects.filter(content_type__app_label="home", codename="publish_urgentalert")


@hooks.register("register_log_actions")
def register_alert_log_actions(actions):
    """Say who published and withdrew alerts in the site's history."""
    actions.register_action("home.publish_alert", "Alerte publiée", "Alerte urgente publiée")
    actions.register_action("home.withdraw_alert", "Alerte retirée", "Alerte urgente retirée")


@hooks.register("prepare_new_page")
def start_from_a_structure(request, page):
    """Fill the body of a new page with the structure that the address names."""
    point = starting_point(request.GET.get(PARAMETER, ""))
    if point is not None and isinstance(page, StandardPage):
        page.body = page.body.stream_block.to_python(point.body())


@hooks.register("page_side_panels")
def advise_on_readability(page, request):
    """Say beside the editor what would be easier to read."""
    return [ReadabilitySidePanel(page, request)] if isinstance(page, EditorialPage) else []


@hooks.register("register_admin_urls")
def register_readability_address():
    """Answer for the panel that advises on readability."""
    return READABILITY_URLS


@hooks.register("before_serve_page")
def send_to_the_address_of_its_language(page, request, args, kwargs):
    """Keep a French page from answering under another language's code, while that language has no home page online."""
    if page.locale.language_code == translation.get_language():
        return None
    address = page.get_url(request)
    if not address or address == request.path:
        raise Http404
    return redirect(address)


@hooks.register("register_admin_viewset")
def register_news_themes():
    """Let editors choose what news are filed under."""
    return NewsThemeViewSet()


for report in (PagesToReviewView, BrokenLinksView):
    hooks.register("register_admin_urls")(report.addresses)
    hooks.register("register_reports_menu_item")(report.menu_item)
