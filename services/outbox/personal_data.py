"""What the outbox holds on a person: the mails written to them (see services/accounts/holdings.py)."""

from django.db.models import QuerySet
from django.db.models.functions import Lower

from services.outbox.models import Mail


class MailData:
    """The mails to the confirmed addresses of somebody."""

    title = "Courriels du portail"
    becomes = "Les copies des courriels que le portail vous a envoyés sont effacées."

    def __init__(self, user) -> None:
        self.addresses = [address.email.lower() for address in user.emailaddress_set.filter(verified=True)]

    def export(self) -> list[dict]:
        """The data, as JSON can write them."""
        return [
            {
                "À": mail.to,
                "Écrit le": mail.created_at.isoformat(timespec="seconds"),
                "État": mail.get_state_display(),
                "Objet": mail.subject,
                "Texte": mail.text,
            }
            for mail in self._mails().order_by("created_at")
        ]

    def forget(self) -> None:
        """Delete the mails, those that wait too."""
        self._mails().delete()

    def _mails(self) -> QuerySet[Mail]:
        return Mail.objects.alias(recipient=Lower("to")).filter(recipient__in=self.addresses)
