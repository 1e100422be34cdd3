"""Who sees the desk in the administration: agents of a department, for what is theirs."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from services.eservices.desk.permissions import departments_of
from services.eservices.models import Request


class AgentsOfDepartments(ModelPermissionPolicy):
    """Requests are looked at by the agents of the department in charge; nobody adds, edits or deletes one by hand."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action == "view" and departments_of(user).exists()

    def user_has_any_permission(self, user: AbstractBaseUser, actions) -> bool:
        return "view" in actions and self.user_has_permission(user, "view")


policy = AgentsOfDepartments(Request)
register_permission_policy(Request, policy)
