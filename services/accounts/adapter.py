"""How the portal differs from what the library does of itself."""

import secrets

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.stages import EmailVerificationStage
from allauth.account.utils import user_username
from allauth.core import context as library
from django.contrib import messages
from django.urls import reverse

from services.accounts.letters import write
from services.accounts.stages import ResidentsConfirmTheirAddress
from services.accounts.texts import MESSAGES, MISTAKES

_CONFIRMATION = (EmailVerificationStage, ResidentsConfirmTheirAddress)


class AccountAdapter(DefaultAccountAdapter):
    """Mail by the outbox, the portal's words, names that say nothing of a resident."""

    error_messages = {**DefaultAccountAdapter.error_messages, **MISTAKES}

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Post a mail."""
        write(template_prefix, email, {**context, "email": email}, library.request)

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        """Tell somebody what has changed, an agent too, at the address that an administrator gave."""
        super().send_notification_mail(template_prefix, user, context, email or user.email)

    def add_message(
        self, request, level, message_template=None, message_context=None, extra_tags="", message=None
    ) -> None:
        """Say what was done at the head of the next page, if the portal has words for it."""
        text = message or MESSAGES.get(message_template, "").format_map(message_context or {})
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def populate_username(self, request, user) -> None:
        """Give a resident a name drawn by lot: agents read names in lists, and an address would be shown there."""
        if not user_username(user):
            user_username(user, f"habitant-{secrets.token_hex(8)}")

    def get_login_stages(self) -> list[str]:
        """The steps of a sign-in, with ours where addresses are confirmed."""
        theirs, ours = (f"{stage.__module__}.{stage.__name__}" for stage in _CONFIRMATION)
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def get_password_change_redirect_url(self, request) -> str:
        """Go back to the account once its password is changed."""
        return reverse("accounts_home")

    def get_reauthentication_methods(self, user) -> list[dict]:
        """The ways to say again who one is, in French."""
        words = {
            "reauthenticate": "Donner le mot de passe",
            "mfa_reauthenticate": "Donner un code de sécurité",
            "mfa_reauthenticate:webauthn": "Utiliser une clé d’accès",
        }
        return [{**way, "description": words[way["id"]]} for way in super().get_reauthentication_methods(user)]
