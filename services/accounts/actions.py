"""Changing accounts, beyond what the library does."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpRequest

from services.accounts.access import may_enter_administration
from services.accounts.holdings import holdings_on
from services.accounts.letters import post


class AgentAccount(ValueError):
    """The account of an agent, which only an administrator closes."""


@transaction.atomic
def forget_second_factors(user) -> int:
    """Take off the second factors of somebody who lost them, recovery codes too, and write so; how many they were."""
    factors = Authenticator.objects.filter(user=user)
    count = factors.exclude(type=Authenticator.Type.RECOVERY_CODES).count()
    factors.delete()
    if user.email:
        post(user.email, "Vos seconds facteurs sont retirés", "accounts/mail/factors_forgotten.txt", {}, None)
    return count


@transaction.atomic
def delete_account(user, request: HttpRequest | None = None) -> None:
    """Delete an account and what every application holds on its person, and write so.

    Raises AgentAccount for somebody who may open the administration.
    """
    if may_enter_administration(user):
        raise AgentAccount(f"{user.get_username()} may open the administration: an administrator closes the account")
    email = user.email
    for holdings in holdings_on(user):
        holdings.forget()
    user.delete()
    if email:
        post(email, "Votre compte est supprimé", "accounts/mail/deleted.txt", {}, request)
