"""What the démarches keep in the database."""

from services.eservices.models.attachment import Attachment
from services.eservices.models.catalogue import Department, EService, FormVersion, Slot
from services.eservices.models.draft import Draft, DraftStep
from services.eservices.models.follow import AccessLog, FollowLink
from services.eservices.models.request import AskedDocument, Event, Message, Request

__all__ = [
    "AccessLog",
    "AskedDocument",
    "Attachment",
    "Department",
    "Draft",
    "DraftStep",
    "EService",
    "Event",
    "FollowLink",
    "FormVersion",
    "Message",
    "Request",
    "Slot",
]
