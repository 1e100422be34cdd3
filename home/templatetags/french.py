"""Numbers and moments in French in templates."""

from django import template

from home import french

register = template.Library()
register.filter("french_number", french.number)
register.filter("french_moment", french.moment)
