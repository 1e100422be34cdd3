"""Titles that one can link to, in templates."""

from django import template

from home.contents import anchored, contents

register = template.Library()
register.filter("anchored", anchored)
register.filter("contents", contents)
