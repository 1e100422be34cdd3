"""Links that open the follow-up of a request, for mail."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from services.eservices.models import FollowLink, Request
from services.eservices.tokens import hash_of, new_token

LINK_DAYS = 30
"""How long a link that came by e-mail opens the follow-up."""


def new_follow_link(request: Request) -> str:
    """A new address that opens the follow-up of a request, whoever has it. Part of what it is written for."""
    token = new_token()
    FollowLink.objects.create(
        token_hash=hash_of(token), request=request, expires_at=timezone.now() + timedelta(days=LINK_DAYS)
    )
    return f"{request.eservice.site.root_url}{reverse('eservices:open_link', args=[token])}"
