"""Which requests the visitor's session may look at, and until when."""

import time

from django.http import HttpRequest

from services.eservices.models import Request

_FOLLOWED, _SECRETS = "eservices-followed", "eservices-secrets"
SECONDS = 2 * 3600
"""How long a session may look at a request that it opened: computers are shared."""


def grant(visit: HttpRequest, number: str) -> None:
    """Let this session look at a request for a while."""
    now = time.time()
    kept = {one: until for one, until in visit.session.get(_FOLLOWED, {}).items() if until > now}
    visit.session[_FOLLOWED] = {**kept, number: now + SECONDS}


def may_follow(visit: HttpRequest, request: Request) -> bool:
    """Whether whoever visits may look at a request: by this session's right, or as its author who is signed in."""
    if visit.session.get(_FOLLOWED, {}).get(request.number, 0) > time.time():
        return True
    return request.user_id is not None and visit.user.is_authenticated and visit.user.pk == request.user_id


def show_secret(visit: HttpRequest, number: str, secret: str) -> None:
    """Keep a secret for the confirmation that comes next; the database never has it."""
    visit.session[_SECRETS] = {number: secret}


def secret_to_show(visit: HttpRequest, number: str) -> str:
    """The secret of a request that this session has just sent; empty otherwise."""
    return visit.session.get(_SECRETS, {}).get(number, "")
