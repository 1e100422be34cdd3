"""An urgent alert is judged alone, by static rules, in this process: it goes out even when no checker answers.

It is structured plain text that one template shows, so that nothing of it needs a browser to be judged, and no page
owns it: a verdict on a page is given without the alert (`home.templatetags.alert`).
"""

from django.template.loader import render_to_string

from home.models.alert import UrgentAlert
from home.static_check import certain_defects, told


def defects_of(alert: UrgentAlert) -> list[str]:
    """What a machine is certain breaks the RGAA in an alert, each in a sentence for the editor."""
    return [told(defect) for defect in certain_defects(rendered(alert))]


def rendered(alert: UrgentAlert, request=None) -> str:
    """The alert as visitors get it."""
    return render_to_string("home/includes/urgent_alert.html", shown(alert, request))


def shown(alert: UrgentAlert, request=None) -> dict:
    """What the template of the alert needs. The link goes when its page is no longer public."""
    page = alert.page
    if page is not None and (not page.live or page.get_view_restrictions().exists()):
        page = None
    url = page.get_url(request) if page is not None else alert.address
    return {"alert": alert, "link": url or ""}
