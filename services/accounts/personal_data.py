"""What accounts themselves hold on a person."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from services.accounts.queries import factor_name


class AccountData:
    """The account, its addresses, its second factors without their secrets, the devices that are signed in."""

    title = "Compte"
    becomes = "Votre adresse, votre mot de passe et vos seconds facteurs sont effacés."

    def __init__(self, user) -> None:
        self.user = user

    def export(self) -> dict:
        """The data, as JSON can write them."""
        user = self.user
        return {
            "Prénom": user.first_name,
            "Nom": user.last_name,
            "Identifiant": user.get_username(),
            "Adresse électronique": user.email,
            "Créé le": _moment(user.date_joined),
            "Dernière connexion": _moment(user.last_login),
            "Adresses": [
                {"Adresse": address.email, "Confirmée": address.verified}
                for address in EmailAddress.objects.filter(user=user).order_by("pk")
            ],
            "Seconds facteurs": [
                {
                    "Nom": factor_name(factor),
                    "Ajouté le": _moment(factor.created_at),
                    "Dernier usage": _moment(factor.last_used_at),
                }
                for factor in Authenticator.objects.filter(user=user).order_by("pk")
            ],
            "Appareils connectés": [
                {
                    "Depuis": _moment(session.created_at),
                    "Adresse IP": session.ip,
                    "Navigateur": session.user_agent,
                }
                for session in UserSession.objects.filter(user=user).order_by("pk")
            ],
        }

    def forget(self) -> None:
        """Sign every device out; the rest goes with the account."""
        for session in UserSession.objects.filter(user=self.user):
            session.end()


def _moment(moment) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
