"""What a page describes, for the programs that read it."""

from django import template
from wagtail.models import Page

from home import queries
from home import structured_data as vocabulary

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context):
    """What the page describes and where it stands, in the vocabulary of schema.org; nothing beside pages."""
    page = context.get("page")
    if not isinstance(page, Page) or "request" not in context or not page.depth or not page.full_url:
        return ""
    own = page.structured_data() if hasattr(page, "structured_data") else None
    path = vocabulary.breadcrumb(page, queries.breadcrumb(page, context["request"]))
    return vocabulary.json_ld([thing for thing in (own, path) if thing])
