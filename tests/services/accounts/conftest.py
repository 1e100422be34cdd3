"""People with accounts, on a site with a home page."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from home.roles import EDITORS
from tests.home.conftest import forgetful, home
from tests.services.accounts.people import ADDRESS, PASSWORD

__all__ = ["forgetful", "home"]


@pytest.fixture
def resident(home):
    """Somebody of the town, whose address is confirmed."""
    user = get_user_model().objects.create_user("habitant-1", ADDRESS, PASSWORD)
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    return user


@pytest.fixture
def agent(home):
    """An editor, whose account an administrator made."""
    user = get_user_model().objects.create_user("redactrice", "redactrice@essai.example", PASSWORD)
    user.groups.add(Group.objects.get(name=EDITORS))
    return user
