"""Keeping files, and throwing them away."""

from typing import Any

from django.core.files import File
from django.db import IntegrityError, transaction

from services.eservices.files.judging import Judged, judge_file
from services.eservices.models import Attachment, Draft


def keep_answer(file: File, draft: Draft, question: str) -> Attachment:
    """Keep a file that answers a question of a draft; the same file sent twice is kept once. Raises Refused."""
    judged = judge_file(file)
    known = draft.attachments.filter(question=question, digest=judged.digest)
    if there := known.first():
        return there
    try:
        return store_file(file, judged, draft=draft, question=question)
    except IntegrityError:
        # Another click sent the same file while this one was judged.
        return known.get()


def store_file(file: File, judged: Judged, **owner: Any) -> Attachment:
    """Keep a file that was judged. If the transaction that it belongs to is undone, delete nothing but the row."""
    attachment = Attachment(name=judged.name, kind=judged.kind, size=judged.size, digest=judged.digest, **owner)
    attachment.file.save(judged.name, file, save=False)
    try:
        with transaction.atomic():
            attachment.save()
    except BaseException:
        attachment.file.delete(save=False)
        raise
    return attachment


@transaction.atomic
def throw_away(attachment: Attachment) -> None:
    """Delete a file and what is known of it."""
    storage, name = attachment.file.storage, attachment.file.name
    attachment.delete()
    transaction.on_commit(lambda: storage.delete(name))
