"""Images of the library in templates."""

from django import template

from home import pictures

register = template.Library()

_SHOWN = "parvis_picture_shown"
_SIZES = {
    "column": "(min-width: 46rem) 42rem, 92vw",
    "gallery": "(min-width: 46rem) 21rem, 92vw",
}
_WIDTHS = {"column": [480, 800, 1200], "gallery": [480, 800]}


@register.inclusion_tag("home/includes/picture.html", takes_context=True)
def picture(context, image, place: str):
    """An image as wide as its `place` in the page wants it: "column" or "gallery". The first of a page is not lazy."""
    if not image:
        return {}
    request = context.get("request")
    first = request is not None and not hasattr(request, _SHOWN)
    if first:
        setattr(request, _SHOWN, True)
    return {"picture": pictures.picture(image, _WIDTHS[place]), "sizes": _SIZES[place], "first": first}
