"""The library's views on the portal's frame."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.cache import never_cache


def account_page(route: str, view: Callable, name: str, template: str | None = None) -> URLPattern:
    """An address of an account: one view, with a template of ours, that no cache keeps. « ^ » begins an expression."""
    shown = view.as_view(**({"template_name": template} if template else {}))
    return (re_path if route.startswith("^") else path)(route, never_cache(_on_the_frame(shown)), name=name)


def _on_the_frame(view: Callable) -> Callable:
    """Take the library's « site » out of a page: the frame has its own, under the same name."""

    @wraps(view)
    def on_the_frame(request, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if context := getattr(response, "context_data", None):
            context.pop("site", None)
        return response

    return on_the_frame
