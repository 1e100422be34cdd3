"""The style sheet of a theme, at an address that changes when it does."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from home.theme.style_sheet import read


@require_safe
def theme(request: HttpRequest, name: str) -> HttpResponse:
    """Serve a style sheet, to be kept for a year. Raises Http404 for a name that no theme has."""
    text = read(name)
    if text is None:
        raise Http404
    answer = HttpResponse(text, content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
