"""Drafts and requests made without pages, where pages are not what is looked at."""

from services.eservices.files.actions import keep_answer
from services.eservices.filling.actions import save_step, start_draft
from services.eservices.models import Draft, EService, Request
from services.eservices.sending.actions import send_request
from tests.services.eservices.resident import ROOM, steps_of, upload


def ready(eservice: EService) -> Draft:
    """A draft that lacks nothing."""
    draft, _ = start_draft(eservice)
    for step, answers in steps_of(eservice.slug).items():
        save_step(draft, step, {name: value for name, value in answers.items() if name != "assurance"})
    if eservice.slug == ROOM:
        keep_answer(upload(), draft, "assurance")
    return draft


def send_now(eservice: EService) -> Request:
    """A request that was sent."""
    return send_request(ready(eservice)).request
