from django.db import models
from django.utils import timezone
from wagtail.models import Page


class ReviewReminder(models.Model):
    """That somebody was reminded to read a page again at a date: nobody is told twice."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name="page")
    review_on = models.DateField("à relire le")
    sent_at = models.DateTimeField("rappelé le", default=timezone.now, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "rappel de relecture"
        verbose_name_plural = "rappels de relecture"
        constraints = [models.UniqueConstraint(fields=["page", "review_on"], name="one_reminder_per_page_and_date")]

    def __str__(self):
        return f"{self.page} ({self.review_on:%d/%m/%Y})"
