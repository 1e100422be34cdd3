"""The « accusé de réception électronique » of a request (CRPA, L. 112-11 and R. 112-11-1 to R. 112-11-4).

It says the day of reception, the department in charge with how to reach it, and, of a request for a decision, what
silence is worth, from which day, and how to appeal or to have an attestation. It is the same by mail and on the
receipt to print.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string

from services.eservices.models import EService, Request
from services.eservices.wording import day, moment
from services.outbox.actions import post_mail


@dataclass(frozen=True)
class Acknowledgement:
    """What the law wants to be said of a request that was received, in words."""

    request: Request

    @property
    def received(self) -> str:
        return moment(self.request.received_at)

    @property
    def answer_on(self) -> str:
        return day(self.request.answer_on)

    @property
    def silence(self) -> str:
        """What the authority's silence is worth, from when; empty for what calls for no decision."""
        request, eservice = self.request, self.request.eservice
        if request.silence_on is None:
            return ""
        worth = "acceptée" if self.silence_accepts else "rejetée"
        return (
            f"Sans réponse de notre part le {day(request.silence_on)}, et si votre dossier est complet, votre demande "
            f"sera réputée {worth} ({eservice.silence_law})."
        )

    @property
    def silence_accepts(self) -> bool:
        return self.request.eservice.silence == EService.Silence.ACCEPTS

    @property
    def after_silence(self) -> str:
        """What one may do then: have an attestation of the acceptance, or appeal."""
        if not self.silence:
            return ""
        if self.silence_accepts:
            return (
                "Vous pourrez alors nous demander une attestation qui le prouve (article L.\u00a0232-3 du code des "
                "relations entre le public et l’administration)."
            )
        return f"Voies et délais de recours\u00a0: {self.request.eservice.appeal}"


def post_acknowledgement(request: Request, link: str) -> None:
    """Write the acknowledgement to the requester, with the link of the follow-up."""
    text = render_to_string(
        "eservices/mail/acknowledgement.txt",
        {
            "request": request,
            "eservice": request.eservice,
            "department": request.eservice.department,
            "acknowledgement": Acknowledgement(request),
            "files": list(request.attachments.all()),
            "link": link,
            "site_name": request.eservice.site.site_name,
        },
    )
    post_mail(
        to=request.email,
        reply_to=request.eservice.department.email,
        subject=f"Accusé de réception de votre demande {request.number}",
        text=text,
    )
