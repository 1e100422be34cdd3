"""What keeps a production site from starting: the accounts of the demonstration."""

from django.conf import settings
from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from home.demo.accounts import demo_accounts


def no_demo_accounts(app_configs, **kwargs):
    """Refuse the demonstration's accounts, whose passwords are public, where the settings ask for it."""
    if not getattr(settings, "REFUSE_DEMO_ACCOUNTS", False):
        return []
    try:
        names = sorted(demo_accounts().values_list("username", flat=True))
    except DatabaseError:
        # No table yet: the first migration runs these checks too.
        return []
    if not names:
        return []
    return [
        Error(
            f"Accounts of the demonstration exist here: {', '.join(names)}.",
            hint="Remove them with: manage.py demo --remove, or delete them in the administration.",
            id="parvis.E001",
        )
    ]


def refuse_demo_accounts() -> None:
    """Keep a web server from starting where the check finds an error: servers do not run Django's checks."""
    for error in no_demo_accounts(None):
        raise ImproperlyConfigured(f"{error.msg} {error.hint}")
