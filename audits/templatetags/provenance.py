"""Marks that tell which block or field a piece of a judged page comes from.

They are comment nodes, so the judged page has the same elements as the public one, and they are written only
while the gate renders a page to judge it.
"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()

MARKING = "parvis_marks_provenance"


def _judging(context) -> bool:
    return getattr(context.get("request"), MARKING, False)


@register.simple_tag(takes_context=True)
def provenance_open(context, field: str, block) -> str:
    """Open the mark of one StreamField block, a `BoundBlock` with an `id`."""
    return format_html("<!--parvis {}.{}-->", field, block.id) if _judging(context) else ""


@register.simple_tag(takes_context=True)
def provenance_field(context, field: str) -> str:
    """Open the mark of a plain field of the page."""
    return format_html("<!--parvis {}-->", field) if _judging(context) else ""


@register.simple_tag(takes_context=True)
def provenance_close(context) -> str:
    """Close the innermost open mark."""
    return mark_safe("<!--/parvis-->") if _judging(context) else ""
