"""Opening what a resident wrote: never without a line in the log."""

from django.contrib.auth.models import AbstractBaseUser

from services.eservices.desk.permissions import check_agent
from services.eservices.models import AccessLog, Attachment, Request


def open_request(request: Request, by: AbstractBaseUser) -> Request:
    """A request to be read by an agent, which is noted. Raises PermissionDenied."""
    check_agent(by, request)
    AccessLog.objects.create(request=request, by=by, what="Demande consultée")
    return request


def open_attachment(attachment: Attachment, by: AbstractBaseUser) -> Attachment:
    """A file of a request to be read by an agent, which is noted. Raises PermissionDenied."""
    check_agent(by, attachment.request)
    what = f"Fichier téléchargé\u00a0: {attachment.name}"
    AccessLog.objects.create(request=attachment.request, by=by, what=what[:200])
    return attachment
