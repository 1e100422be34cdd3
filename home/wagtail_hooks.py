"""Where Wagtail's administration meets the editorial pages."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import translation
from wagtail import hooks

from home.admin.contact_messages import ContactMessageViewSet


@hooks.register("register_admin_viewset")
def register_contact_messages():
    """Show the messages that residents wrote."""
    return ContactMessageViewSet()


@hooks.register("before_serve_page")
def send_to_the_address_of_its_language(page, request, args, kwargs):
    """Keep a French page from answering under another language's code, while that language has no home page online."""
    if page.locale.language_code == translation.get_language():
        return None
    address = page.get_url(request)
    if not address or address == request.path:
        raise Http404
    return redirect(address)
