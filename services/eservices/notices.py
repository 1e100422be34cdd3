"""Mail about a request: to whoever made it, and to the department that deals with it."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from services.eservices.following.links import new_follow_link
from services.eservices.models import Request
from services.outbox.actions import post_mail


def tell_resident(request: Request, *, subject: str, text: str) -> None:
    """Write to the requester of a change, with a link to the follow-up; nothing where there is no address."""
    if not request.email:
        return
    context = {
        "request": request,
        "eservice": request.eservice,
        "text": text,
        "link": new_follow_link(request),
        "department": request.eservice.department,
        "site_name": request.eservice.site.site_name,
    }
    post_mail(
        to=request.email,
        reply_to=request.eservice.department.email,
        subject=f"{subject} ({request.number})",
        text=render_to_string("eservices/mail/change.txt", context),
    )


def tell_department(request: Request, what: str) -> None:
    """Write to the department of what the requester did. What he or she wrote stays in the portal."""
    to = request.eservice.department.email
    if not to:
        return
    context = {
        "request": request,
        "eservice": request.eservice,
        "what": what,
        "address": settings.WAGTAILADMIN_BASE_URL + reverse("eservice_requests:request", args=[request.pk]),
    }
    text = render_to_string("eservices/mail/to_agents.txt", context)
    post_mail(to=to, subject=f"{what} ({request.number})", text=text)
