"""Who is an agent."""


def may_enter_administration(user) -> bool:
    """Whether somebody may open Wagtail's administration: an agent, whose account an administrator made."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")
