"""All the components on one page, as a site shows them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.components.catalogue import components


def all_components(request: HttpRequest) -> HttpResponse:
    """Show each example of each component; what is around every page is only named."""
    shown = [
        (
            component,
            [
                (example, "" if component.frame else component.render(example, request))
                for example in component.examples
            ],
        )
        for component in components()
    ]
    return render(request, "portal/components.html", {"shown": shown})
