"""A file that came with a request."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from services.eservices.files.storage import private_files, random_name
from services.eservices.models.draft import Draft
from services.eservices.models.request import AskedDocument, Message, Request
from services.eservices.wording import file_size


class Attachment(models.Model):
    """A file, judged by its content. It belongs to a draft, then to the request that the draft became.

    `question` is the question of the form that it answers. It may besides come with a message, answer a demand for a
    document, or be the decision itself.
    """

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments")
    request = models.ForeignKey(Request, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments")
    asked = models.ForeignKey(
        AskedDocument, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    question = models.CharField(max_length=40, blank=True)
    is_decision = models.BooleanField("est la décision", default=False)
    name = models.CharField("nom", max_length=120)
    kind = models.CharField("genre", max_length=100)
    digest = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField("octets")
    file = models.FileField(storage=private_files, upload_to=random_name)
    added_at = models.DateTimeField("ajouté le", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "pièce jointe"
        verbose_name_plural = "pièces jointes"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=True) ^ Q(request__isnull=True), name="an_attachment_has_one_owner"
            ),
            models.UniqueConstraint(
                fields=["draft", "question", "digest"],
                condition=Q(draft__isnull=False),
                name="no_file_answers_a_question_twice",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def size_in_words(self) -> str:
        return file_size(self.size)
