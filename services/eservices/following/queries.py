"""What a requester may read of a request."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from services.eservices.following.access import may_follow
from services.eservices.models import Event, FollowLink, Request
from services.eservices.states import State
from services.eservices.tokens import as_drawn, hash_of
from services.eservices.wording import moment


def request_shown(visit: HttpRequest, number: str) -> Request:
    """The request of a number, for who may look at it. Raises Http404, alike for what is not there."""
    found = _by_number(number)
    if found is None or not may_follow(visit, found):
        raise Http404
    return found


def _by_number(number: str) -> Request | None:
    return (
        Request.objects.filter(number=number)
        .select_related("eservice__department", "eservice__site", "slot", "version")
        .first()
    )


def request_of_email(number: str, email: str) -> Request | None:
    """The request of a number whose author has this address."""
    found = _by_number(number)
    expected = found.email.casefold() if found else ""
    same = constant_time_compare(hash_of(email.strip().casefold()), hash_of(expected))
    return found if found and expected and same else None


def request_of_secret(number: str, secret: str) -> Request | None:
    """The request of a number that this secret opens. As long to say no as to say yes."""
    found = _by_number(number)
    expected = (found.secret_hash if found else "") or hash_of("")
    same = constant_time_compare(hash_of(as_drawn(secret)), expected)
    return found if found and found.secret_hash and same else None


def request_of_link(token: str) -> Request | None:
    """The request that a link opens, while it does."""
    links = FollowLink.objects.filter(token_hash=hash_of(token), expires_at__gt=timezone.now())
    link = links.select_related("request").first()
    return link.request if link else None


@dataclass(frozen=True)
class Happened:
    """A line of the timeline, as the component reads it."""

    when: str
    title: str
    text: str
    state: str
    current: bool


def timeline(request: Request) -> list[Happened]:
    """What happened to a request, as its author may read it."""
    events: list[Event] = list(request.events.filter(shown=True))
    return [
        Happened(
            moment(event.at),
            event.title,
            event.text,
            State(event.state).label if event.state else "",
            current=event is events[-1],
        )
        for event in events
    ]
