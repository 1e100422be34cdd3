from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.blocks import RawHTMLBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from audits.mixins import GatedPage


class PlainPage(GatedPage):
    """A page made of raw HTML blocks and one line of text."""

    line = models.CharField(max_length=200, blank=True)
    body = StreamField([("html", RawHTMLBlock())], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("line"), FieldPanel("body")]
    api_fields = [APIField("line", writable=True), APIField("body", writable=True)]
    template = "plainsite/plain_page.html"
