"""Gives a file to who may have it, to be kept and never to be run by the browser."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import never_cache

from services.eservices.desk.access import open_attachment
from services.eservices.desk.permissions import may_deal_with
from services.eservices.filling.session import all_drafts_held
from services.eservices.following.access import may_follow
from services.eservices.models import Attachment


@never_cache
def download(request: HttpRequest, identifier) -> FileResponse:
    """A file, for the holder of its draft, its author, or an agent of the department. Raises Http404 for the others."""
    attachment = (
        Attachment.objects.filter(identifier=identifier).select_related("request__eservice__department").first()
    )
    if attachment is None or not _may_have(request, attachment):
        raise Http404
    response = FileResponse(
        attachment.file.open("rb"), as_attachment=True, filename=attachment.name, content_type=attachment.kind
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _may_have(request: HttpRequest, attachment: Attachment) -> bool:
    if attachment.draft_id:
        return any(draft.pk == attachment.draft_id for draft in all_drafts_held(request))
    if may_follow(request, attachment.request):
        return True
    if may_deal_with(request.user, attachment.request):
        open_attachment(attachment, request.user)
        return True
    return False
