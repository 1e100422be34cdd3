"""What the editorial pages hold on a person: what they wrote to us (see services/accounts/holdings.py)."""

from django.db.models import Model, QuerySet
from django.db.models.functions import Lower

from audits.models import AccessibilityComplaint
from home.models import ContactMessage
from services.accounts.queries import confirmed_addresses


class MessageData:
    """Messages and reports that came from the confirmed addresses of somebody."""

    title = "Messages et signalements"
    becomes = (
        "Les messages et les signalements d’accessibilité que vous avez envoyés restent à la collectivité, "
        "qui vous répond. Les signalements sont effacés au bout d’un an."
    )

    def __init__(self, user) -> None:
        self.addresses = confirmed_addresses(user)

    def export(self) -> dict:
        """The data, as JSON can write them."""
        return {
            "Messages": [
                {
                    "Référence": message.reference,
                    "Reçu le": message.received_at.isoformat(timespec="seconds"),
                    "Nom": message.name,
                    "Adresse électronique": message.email,
                    "Objet": message.subject,
                    "Message": message.text,
                }
                for message in self._written(ContactMessage)
            ],
            "Signalements d’accessibilité": [
                {
                    "Numéro": complaint.pk,
                    "Reçu le": complaint.received_at.isoformat(timespec="seconds"),
                    "Adresse électronique": complaint.email,
                    "Page": complaint.page_address,
                    "Ce qui s’est passé": complaint.what,
                    "Matériel et logiciels": complaint.tools,
                }
                for complaint in self._written(AccessibilityComplaint)
            ],
        }

    def forget(self) -> None:
        """Keep them: they are letters to the authority, written without an account."""

    def _written(self, model: type[Model]) -> QuerySet:
        written = model.objects.alias(author=Lower("email"))
        return written.filter(author__in=self.addresses).order_by("received_at")
