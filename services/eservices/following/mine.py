"""What somebody who is signed in has sent, and has begun."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from services.eservices.filling.queries import drafts_of_account
from services.eservices.models import Request

_BY_PAGE = 20


@never_cache
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The drafts to go on with, and the requests of the account, the latest first."""
    sent = Request.objects.filter(user=request.user).select_related("eservice").order_by("-received_at", "-pk")
    page = Paginator(sent, _BY_PAGE).get_page(request.GET.get("page"))
    context = {
        "drafts": drafts_of_account(request.user),
        "page_of_results": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=1)),
        "ellipsis": Paginator.ELLIPSIS,
    }
    return render(request, "eservices/mine.html", context)
