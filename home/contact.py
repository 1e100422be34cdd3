"""What happens to a message that somebody writes: checked, kept, forwarded, acknowledged."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from home.forms import ContactForm
from home.models.contact_message import ContactMessage
from services.limits import is_too_often
from services.outbox.actions import post_mail

if TYPE_CHECKING:
    from home.models import ContactPage

SENT = "contact-sent"
MOST_PER_HOUR = 6
HOUR = 3600
_TOO_MANY = (
    "Vous avez envoyé plusieurs messages en peu de temps. Gardez votre texte et réessayez dans une heure, "
    "ou appelez-nous."
)


def answer(page: "ContactPage", request: HttpRequest) -> HttpResponse | None:
    """Take a message; None when the form is to be shown, with its errors if it was filled in."""
    if request.method != "POST":
        return None
    form = request.contact_form = ContactForm(request.POST, subjects=page.offered_subjects)
    if not form.is_valid():
        return None
    if form.is_trapped:
        request.session[SENT] = ""
        return _thank(page, request)
    if is_too_often(request, "contact", most=MOST_PER_HOUR, seconds=HOUR):
        form.add_error(None, _TOO_MANY)
        request.wrote_too_often = True
        return None
    message = receive_message(page, form, site_name=_site_name(page))
    request.session[SENT] = message.reference
    return _thank(page, request)


@transaction.atomic
def receive_message(page: "ContactPage", form: ContactForm, *, site_name: str) -> ContactMessage:
    """Keep a message, forward it to the page's recipient, and send a receipt to its author."""
    message = form.save(commit=False)
    message.page = page
    message.save()
    context = {"message": message, "page": page, "site_name": site_name}
    post_mail(
        to=page.recipient,
        reply_to=message.email,
        subject=f"[{message.reference}] {message.subject}",
        text=render_to_string("home/mail/contact_forwarded.txt", context),
    )
    post_mail(
        to=message.email,
        subject=f"Nous avons bien reçu votre message (référence {message.reference})",
        text=render_to_string("home/mail/contact_received.txt", context),
    )
    return message


def _thank(page: "ContactPage", request: HttpRequest) -> HttpResponse:
    return redirect(f"{page.get_url(request)}?envoye=1")


def _site_name(page: "ContactPage") -> str:
    site = page.get_site()
    return site.site_name if site else ""
