"""The mails of an account, posted by what the settings name (`PARVIS_POST_MAIL`), so that none is lost."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from wagtail.models import Site


@dataclass(frozen=True)
class Letter:
    """A subject and a template; for the news of a change, what has changed."""

    subject: str
    template: str
    change: str = ""


def _change(subject: str, change: str) -> Letter:
    return Letter(subject, "accounts/mail/change.txt", change)


_CONFIRM = Letter("Confirmez votre adresse électronique", "accounts/mail/confirm_address.txt")
_PASSWORD = _change("Votre mot de passe a changé", "Le mot de passe de votre compte a été changé.")

LETTERS = {
    "account/email/email_confirmation_signup": _CONFIRM,
    "account/email/email_confirmation": _CONFIRM,
    "account/email/account_already_exists": Letter("Vous avez déjà un compte", "accounts/mail/already_exists.txt"),
    "account/email/unknown_account": Letter("Aucun compte à cette adresse", "accounts/mail/unknown.txt"),
    "account/email/login_code": Letter("Votre code de connexion", "accounts/mail/code.txt"),
    "account/email/password_reset_key": Letter("Choisissez un mot de passe", "accounts/mail/new_password.txt"),
    "account/email/password_reset": _PASSWORD,
    "account/email/password_changed": _PASSWORD,
    "account/email/password_set": _PASSWORD,
    "account/email/email_changed": _change(
        "L’adresse de votre compte a changé", "L’adresse {from_email} est remplacée par {to_email}."
    ),
    "account/email/email_confirm": None,
    "account/email/email_deleted": _change("Une adresse est oubliée", "L’adresse {deleted_email} a été oubliée."),
    "mfa/email/totp_activated": _change("Second facteur ajouté", "Une application d’authentification a été ajoutée."),
    "mfa/email/totp_deactivated": _change("Second facteur retiré", "L’application d’authentification a été retirée."),
    "mfa/email/webauthn_added": _change("Clé d’accès ajoutée", "Une clé d’accès a été ajoutée."),
    "mfa/email/webauthn_removed": _change("Clé d’accès retirée", "Une clé d’accès a été retirée."),
    "mfa/email/recovery_codes_generated": _change(
        "Nouveaux codes de secours", "De nouveaux codes de secours remplacent les anciens."
    ),
}
"""By the library's name for a mail. None: nothing is sent, for the person has just done it."""


def write(name: str, to: str, context: dict, request: HttpRequest | None) -> None:
    """Post the mail that the library names. Raises KeyError for one that is not in LETTERS."""
    if letter := LETTERS[name]:
        change = letter.change.format_map(context) if letter.change else ""
        post(to, letter.subject, letter.template, {**context, "change": change}, request)


def post(to: str, subject: str, template: str, context: dict, request: HttpRequest | None) -> None:
    """Post a mail signed with the name of the site that the request reached."""
    site = Site.find_for_request(request) if request else None
    text = render_to_string(template, {**context, "site_name": site.site_name if site else settings.WAGTAIL_SITE_NAME})
    import_string(settings.PARVIS_POST_MAIL)(to=to, subject=subject, text=text)
