"""Writing a draft."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from services.eservices.files.actions import throw_away
from services.eservices.models import Draft, DraftStep, EService
from services.eservices.tokens import hash_of, new_token
from services.eservices.wording import day
from services.outbox.actions import post_mail

KEPT_DAYS = 30
"""How long a draft that nobody touches is kept."""


class NotOpen(ValueError):
    """A démarche that takes no request now; its text quotes its state."""


class AlreadySent(ValueError):
    """A draft that became a request, and is not written any more."""


@transaction.atomic
def start_draft(eservice: EService, user: AbstractBaseUser | None = None) -> tuple[Draft, str]:
    """A new draft and its token, which is kept nowhere else. Raises NotOpen."""
    version = eservice.current_version
    if not eservice.is_open or version is None:
        raise NotOpen(f"“{eservice}” is {eservice.state} and has {'no' if version is None else 'a'} form")
    token = new_token()
    draft = Draft.objects.create(token_hash=hash_of(token), eservice=eservice, version=version, user=user)
    return draft, token


def renew_token(draft: Draft) -> str:
    """Another token for a draft that an account opened; the links that were sent before open nothing any more."""
    token = new_token()
    draft.token_hash = hash_of(token)
    draft.save(update_fields=["token_hash"])
    return token


@transaction.atomic
def save_step(draft: Draft, step: str, raw: Mapping[str, Any]) -> None:
    """Keep what was typed in one step, right or wrong, and leave the others as they are. Raises AlreadySent."""
    held = Draft.objects.select_for_update().get(pk=draft.pk)
    if held.sent_at:
        raise AlreadySent(f"draft {draft.pk} was sent on {held.sent_at}")
    now = timezone.now()
    DraftStep.objects.update_or_create(draft=held, step=step, defaults={"raw": dict(raw), "saved_at": now})
    held.touched_at = now
    held.save(update_fields=["touched_at"])


@transaction.atomic
def discard_draft(draft: Draft) -> None:
    """Throw a draft away, with its files. Raises AlreadySent."""
    held = Draft.objects.select_for_update().get(pk=draft.pk)
    if held.sent_at:
        raise AlreadySent(f"draft {draft.pk} was sent on {held.sent_at}")
    for attachment in held.attachments.all():
        throw_away(attachment)
    held.delete()


@transaction.atomic
def send_resume_link(draft: Draft, token: str, email: str) -> None:
    """Write to somebody where to go on with a draft, until when."""
    path = reverse("eservices:resume", args=[token])
    context = {
        "eservice": draft.eservice,
        "link": f"{draft.eservice.site.root_url}{path}",
        "until": day(timezone.now() + timedelta(days=KEPT_DAYS)),
    }
    post_mail(
        to=email,
        subject=f"Reprendre votre demande\u00a0: {draft.eservice.title}",
        text=render_to_string("eservices/mail/resume.txt", context),
    )
    Draft.objects.filter(pk=draft.pk).update(touched_at=timezone.now())
