"""What somebody may do about one finding for which a page was refused, besides mending it."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Page

from audits.decisions.queries import appeals_of
from audits.gate.blocking import covers_of
from audits.gate.identity import identity_of
from audits.models import Verdict

CONTEST = "Je pense que c’est une erreur"
_GRANTS = (
    ("audits.add_laissezpasser", "laissez_passer:new", "Accorder un laissez-passer"),
    ("audits.add_derogation", "derogations:new", "Accorder une dérogation"),
)


@dataclass(frozen=True)
class FindingAction:
    """A link: what it does, and where it leads."""

    label: str
    url: str


def finding_actions(user, page: Page, verdict: Verdict, index: int) -> list[FindingAction]:
    """The actions of somebody on the finding at this position of `verdict.content_findings`; none if it blocks nothing.

    Contesting it is for whoever may edit the page; letting it through, for those who were given that permission.
    """
    if covers_of(verdict, page)[index] is not None:
        return []
    of_finding = [page.pk, verdict.pk, index]
    actions = []
    if page.permissions_for_user(user).can_edit():
        open_already = appeals_of(page, identity_of(verdict.content_findings[index])).filter(state="open").exists()
        label = "Contestation envoyée, en attente de réponse" if open_already else CONTEST
        actions.append(FindingAction(label, reverse("appeals:new", args=of_finding)))
    actions += [
        FindingAction(label, reverse(name, args=of_finding))
        for permission, name, label in _GRANTS
        if user.has_perm(permission)
    ]
    return actions
