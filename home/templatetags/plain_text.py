"""Text typed without an editor, in templates."""

from django import template

from home.plain_text import paragraphs_and_lists

register = template.Library()
register.filter("paragraphs_and_lists", paragraphs_and_lists)
