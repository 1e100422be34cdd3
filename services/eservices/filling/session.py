"""Which drafts the visitor may write: those of which the session holds the token, by démarche, and the account's."""

from django.http import HttpRequest

from services.eservices.filling.queries import draft_of_token, drafts_of_account
from services.eservices.models import Draft, EService

_KEY = "eservices-drafts"


def hold(request: HttpRequest, eservice: EService, token: str) -> None:
    """Let this session write a draft."""
    request.session[_KEY] = {**request.session.get(_KEY, {}), str(eservice.pk): token}


def let_go(request: HttpRequest, eservice: EService) -> None:
    """Take the draft of a démarche away from this session."""
    request.session[_KEY] = {pk: token for pk, token in request.session.get(_KEY, {}).items() if pk != str(eservice.pk)}


def token_held(request: HttpRequest, eservice: EService) -> str:
    """The token of the draft of a démarche; empty if this session holds none."""
    return request.session.get(_KEY, {}).get(str(eservice.pk), "")


def draft_held(request: HttpRequest, eservice: EService) -> Draft | None:
    """The draft of a démarche that this session may write, else the account's latest."""
    token = token_held(request, eservice)
    draft = draft_of_token(token) if token else None
    if draft and draft.eservice_id == eservice.pk:
        return draft
    return drafts_of_account(request.user).filter(eservice=eservice).first()


def all_drafts_held(request: HttpRequest) -> list[Draft]:
    """Every draft that this session, or the account, may write."""
    found = [draft_of_token(token) for token in request.session.get(_KEY, {}).values()]
    return [*filter(None, found), *drafts_of_account(request.user)]
