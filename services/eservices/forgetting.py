"""Deleting what was kept long enough: drafts, requests, links, the worker's notes of who asked for a link."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from services.eservices.files.actions import throw_away
from services.eservices.filling.actions import KEPT_DAYS
from services.eservices.following.tasks import send_link
from services.eservices.models import Draft, EService, FollowLink, Request
from services.eservices.wording import months_earlier


def forget_old() -> tuple[int, int]:
    """Delete what is too old; how many drafts and how many requests."""
    now = timezone.now()
    drafts = requests = 0
    for draft in Draft.objects.filter(touched_at__lt=now - timedelta(days=KEPT_DAYS)):
        delete_with_files(draft)
        drafts += 1
    for eservice in EService.objects.all():
        closed_before = months_earlier(timezone.localdate(now), eservice.keeping_months)
        for request in Request.objects.filter(eservice=eservice, closed_at__date__lt=closed_before):
            delete_with_files(request)
            requests += 1
    FollowLink.objects.filter(expires_at__lt=now).delete()
    DBTaskResult.objects.filter(task_path=send_link.module_path, finished_at__lt=now - timedelta(days=1)).delete()
    return drafts, requests


@transaction.atomic
def delete_with_files(owner: Draft | Request) -> None:
    """Delete a draft or a request, and its files once the transaction is committed."""
    for attachment in owner.attachments.all():
        throw_away(attachment)
    owner.delete()
