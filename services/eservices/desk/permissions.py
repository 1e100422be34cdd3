"""Whose requests an agent may see and deal with: those of the departments whose group he or she is in."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from services.eservices.models import Department, Request


def departments_of(user: AbstractBaseUser) -> QuerySet[Department]:
    """The departments that somebody works for; all of them for who administers the installation."""
    if not user.is_authenticated or not user.is_active:
        return Department.objects.none()
    if user.is_superuser:
        return Department.objects.all()
    return Department.objects.filter(Q(agents__in=user.groups.all())).distinct()


def may_deal_with(user: AbstractBaseUser, request: Request) -> bool:
    """Whether somebody is an agent of the department in charge."""
    return departments_of(user).filter(pk=request.eservice.department_id).exists()


def check_agent(user: AbstractBaseUser, request: Request) -> None:
    """Raises PermissionDenied for who is not an agent of the department in charge."""
    if not may_deal_with(user, request):
        raise PermissionDenied(f"{user} does not work for “{request.eservice.department}”")
