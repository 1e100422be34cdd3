"""What somebody may do about one finding for which a page was refused, besides mending it."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Page

from audits.decisions.queries import open_appeals
from audits.gate.blocking import covers_of
from audits.gate.identity import identity_of
from audits.models import Verdict

CONTEST = "Je pense que c’est une erreur"
_GRANTS = (
    ("audits.add_laissezpasser", "laissez_passer:new", "un laissez-passer"),
    ("audits.add_derogation", "derogations:new", "une dérogation"),
)


@dataclass(frozen=True)
class FindingAction:
    """A link: what it does, and where it leads."""

    label: str
    url: str


def finding_actions(user, page: Page, verdict: Verdict, index: int) -> list[FindingAction]:
    """What somebody may do about the finding at this place of `verdict.content_findings`; nothing once it is let be."""
    return [] if covers_of(verdict, page)[index] is not None else blocking_actions(user, page, verdict, index)


def blocking_actions(user, page: Page, verdict: Verdict, index: int) -> list[FindingAction]:
    """The same, on a finding that is known to block.

    Contesting it is for whoever may edit the page; letting it through, for those who were given that permission.
    """
    actions = []
    if page.permissions_for_user(user).can_edit():
        is_contested = open_appeals(page, identity_of(verdict.content_findings[index])).exists()
        label = "Contestation envoyée, en attente de réponse" if is_contested else CONTEST
        actions.append(FindingAction(label, reverse("appeals:new", args=[page.pk, verdict.pk, index])))
    return actions + grants(user, page.pk, verdict.pk, index, "Accorder")


def grants(user, page: int, verdict: int, index: int, verb: str) -> list[FindingAction]:
    """The ways to let a finding through that somebody was given."""
    return [
        FindingAction(f"{verb} {what}", reverse(name, args=[page, verdict, index]))
        for permission, name, what in _GRANTS
        if user.has_perm(permission)
    ]
