"""What the démarches hold on a person: requests and drafts (see services/accounts/holdings.py)."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from services.accounts.queries import confirmed_addresses
from services.eservices.forgetting import delete_with_files
from services.eservices.models import Draft, Request


class RequestData:
    """The requests that somebody sent from the account or from a confirmed address, and the account's drafts."""

    title = "Démarches en ligne"
    becomes = (
        "Vos brouillons de démarches et leurs pièces sont effacés. Les demandes que vous avez envoyées restent au "
        "service qui les traite, sans lien avec votre compte, le temps dit à chaque démarche."
    )

    def __init__(self, user) -> None:
        self.user, self.addresses = user, confirmed_addresses(user)

    def export(self) -> dict:
        """The data, as JSON can write them."""
        return {
            "Demandes": [
                {
                    "Numéro": request.number,
                    "Démarche": request.eservice.title,
                    "Reçue le": request.received_at.isoformat(timespec="seconds"),
                    "État": request.get_state_display(),
                    "Réponses": request.answers,
                    "Pièces": [attachment.name for attachment in request.attachments.all()],
                    "Messages": [
                        {
                            "Le": message.at.isoformat(timespec="seconds"),
                            "De": "vous" if message.from_resident else "le service",
                            "Texte": message.text,
                        }
                        for message in request.messages.all()
                    ],
                    "Décision": request.decision,
                }
                for request in self._requests()
            ],
            "Brouillons": [
                {
                    "Démarche": draft.eservice.title,
                    "Commencé le": draft.started_at.isoformat(timespec="seconds"),
                    "Étapes": {step.step: step.raw for step in draft.steps.all()},
                }
                for draft in self._drafts()
            ],
        }

    def forget(self) -> None:
        """Delete the drafts; a request sent is the department's file, which the account leaves."""
        for draft in self._drafts():
            delete_with_files(draft)

    def _requests(self) -> QuerySet[Request]:
        own = Q(user=self.user) | Q(sender__in=self.addresses)
        found = Request.objects.alias(sender=Lower("email")).filter(own).select_related("eservice")
        return found.prefetch_related("attachments", "messages").order_by("received_at")

    def _drafts(self) -> QuerySet[Draft]:
        drafts = Draft.objects.filter(user=self.user, sent_at=None)
        return drafts.select_related("eservice").prefetch_related("steps").order_by("started_at")
