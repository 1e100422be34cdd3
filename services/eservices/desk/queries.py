"""What agents may read."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from services.eservices.desk.permissions import departments_of
from services.eservices.models import Request


def requests_for(user: AbstractBaseUser) -> QuerySet[Request]:
    """The requests of the departments that somebody works for."""
    found = Request.objects.filter(eservice__department__in=departments_of(user))
    return found.select_related("eservice__department", "assigned_to")
