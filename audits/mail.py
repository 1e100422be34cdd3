"""Mail of the accessibility engine, posted by what the settings name: audits know no service.

`PARVIS_POST_MAIL` names a function like `post_mail(*, to, subject, text, reply_to)`, and `PARVIS_OFFICER_ADDRESS` one
that gives the accessibility officer's address on a site, or nothing.
"""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string
from wagtail.models import Site


def write(to: str, subject: str, template: str, context: dict, *, reply_to: str = "") -> None:
    """Post a mail to somebody, if there is somebody to write to."""
    if to:
        text = render_to_string(template, context)
        import_string(settings.PARVIS_POST_MAIL)(to=to, subject=subject, text=text, reply_to=reply_to)


def officer_of(site: Site | None) -> str:
    """Where to write to the accessibility officer of a site; empty when nobody is named."""
    return import_string(settings.PARVIS_OFFICER_ADDRESS)(site) if site else ""


def address_of(user) -> str:
    """Where to write to somebody; empty for an account that is closed or has no address."""
    return user.email if user and user.is_active else ""


def admin_link(name: str, *arguments: int) -> str:
    """The address of a screen of the administration, by its name, as a mail gives it."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse(name, args=arguments)}"
