"""The demonstration's accounts. Their passwords are printed and public: production refuses them."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from home.roles import EDITORS, MODERATORS, OFFICERS

DEMO_DOMAIN = "demo.invalid"


@dataclass(frozen=True)
class DemoAccount:
    """Somebody of the demonstration town."""

    username: str
    password: str
    first_name: str
    last_name: str
    role: str
    group: str | None


ACCOUNTS = (
    DemoAccount("admin", "parvis-admin-demo", "Camille", "Aubrac", "administration de tout le portail", None),
    DemoAccount("redacteur", "parvis-redacteur-demo", "Noé", "Lescure", "rédaction : propose des pages", EDITORS),
    DemoAccount("moderateur", "parvis-moderateur-demo", "Inès", "Vidal", "publication des pages", MODERATORS),
    DemoAccount("referent", "parvis-referent-demo", "Samir", "Ferrand", "lecture des audits d’accessibilité", OFFICERS),
)


def demo_accounts():
    """The demonstration's accounts that exist in the database."""
    return get_user_model().objects.filter(email__endswith=f"@{DEMO_DOMAIN}")


def load_accounts() -> None:
    """Make the accounts that are missing."""
    users = get_user_model().objects
    for account in ACCOUNTS:
        if users.filter(username=account.username).exists():
            continue
        create = users.create_user if account.group else users.create_superuser
        user = create(
            account.username,
            f"{account.username}@{DEMO_DOMAIN}",
            account.password,
            first_name=account.first_name,
            last_name=account.last_name,
        )
        if account.group:
            user.groups.add(user.groups.model.objects.get(name=account.group))


def remove_accounts() -> None:
    demo_accounts().delete()
