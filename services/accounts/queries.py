"""Reading accounts."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils import timezone

from services.accounts.holdings import holdings_on

_FACTORS = {
    Authenticator.Type.TOTP: "Application d’authentification",
    Authenticator.Type.WEBAUTHN: "Clé d’accès",
    Authenticator.Type.RECOVERY_CODES: "Codes de secours",
}


def confirmed_addresses(user) -> list[str]:
    """The addresses of somebody that are proven theirs, in lower case."""
    addresses = EmailAddress.objects.filter(user=user, verified=True).order_by("pk")
    return [address.lower() for address in addresses.values_list("email", flat=True)]


def second_factors(user) -> list[str]:
    """The names of the second factors that somebody has set up, recovery codes left out."""
    factors = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).order_by("pk")
    return [factor_name(factor) for factor in factors]


def factor_name(factor: Authenticator) -> str:
    """What people call a second factor."""
    kind = _FACTORS[factor.type]
    if factor.type != Authenticator.Type.WEBAUTHN:
        return kind
    return f"{kind} «\u00a0{factor.wrap().name}\u00a0»"


def exported_data(user) -> dict:
    """Everything that the portal holds on somebody."""
    parts = {holdings.title: holdings.export() for holdings in holdings_on(user)}
    return {"Exporté le": timezone.localtime().isoformat(timespec="seconds"), **parts}
