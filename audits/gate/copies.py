"""Copies are one transaction: what is to be live is published once the whole copy is there, restrictions included."""

from functools import wraps

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction


def install() -> None:
    """Make Wagtail's copies atomic. Every caller holds these very classes, whatever name it imported."""
    for action in (CopyPageAction, CreatePageAliasAction):
        if not getattr(action.execute, "is_atomic", False):
            action.execute = _atomic(action.execute)


def _atomic(execute):
    @wraps(execute)
    def atomic_execute(self, skip_permission_checks=False):
        with transaction.atomic():
            return execute(self, skip_permission_checks=skip_permission_checks)

    atomic_execute.is_atomic = True
    return atomic_execute
