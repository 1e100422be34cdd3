"""The urgent alert of a site, on every page."""

from django import template
from wagtail.models import Site

from audits.templatetags.provenance import MARKING
from home.alert.judging import shown
from home.alert.queries import current_alert

register = template.Library()


@register.inclusion_tag("home/includes/urgent_alert.html", takes_context=True)
def urgent_alert(context):
    """The alert that is on, if any.

    It is left out while the gate renders a page: it was judged on its own before it went out, it is not this page's
    content, and a verdict that depended on it would be void as soon as the alert begins or ends.
    """
    request = context.get("request")
    if request is None or getattr(request, MARKING, False):
        return {}
    alert = current_alert(Site.find_for_request(request))
    return {**shown(alert, request), "page": context.get("page")} if alert else {}
