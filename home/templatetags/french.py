"""Numbers, days and moments in French in templates."""

from django import template

from home import french
from home.french_days import day_in_words

register = template.Library()
register.filter("french_number", french.number)
register.filter("french_moment", french.moment)


@register.filter
def french_day(day):
    """« 1er décembre 2025 »."""
    return day_in_words(day, weekday=False, year=True)
