"""How the gate says no. All are ValidationErrors with a field dictionary, which Wagtail's APIs turn into a 4xx."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from audits.models import Verdict


class GateError(ValidationError):
    """Nothing went live; the message, in French, says why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__({NON_FIELD_ERRORS: [message]})
        self.text = message


class PublicationRefused(GateError):
    """The content breaks the RGAA with certainty; `blocking` says where and how to mend it.

    It is of `verdict.content_findings`, without what people decided of otherwise (`audits.gate.blocking`).
    """

    def __init__(self, verdict: Verdict, blocking: list[dict[str, Any]] | None = None) -> None:
        self.verdict = verdict
        self.blocking = verdict.content_findings if blocking is None else blocking
        count = len(self.blocking)
        defects = "un défaut d’accessibilité" if count == 1 else f"{count} défauts d’accessibilité"
        super().__init__(f"La page n’a pas été publiée : elle contient {defects}. Votre brouillon est enregistré.")


class VerdictUnavailable(GateError):
    """The page could not be judged: without a verdict nothing goes live. `reason` is for an engineer."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            "La page n’a pas été publiée : la vérification de l’accessibilité n’a pas pu se faire. Votre brouillon est "
            "enregistré. Réessayez dans une minute ; si le problème continue, prévenez la personne qui administre le "
            f"site en lui donnant ce motif : {reason}"
        )


class UrgentRefused(GateError):
    """An urgent publication that cannot be made as it was asked."""


class DecisionFromFixture(GateError):
    """A fixture would decide in a person's place. The remedy is to load it without these rows."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Une décision sur ce qui peut être en ligne ne se charge pas d’un fichier ({name}) : une personne la "
            f"prend dans l’administration. Le reste se charge sans elle : loaddata --exclude {name}."
        )


class UnjudgedContent(GateError):
    """A program wrote content on a live page without a verdict. The remedy is `audits.actions.publish_page`."""

    def __init__(self, page_title: str) -> None:
        super().__init__(
            f"Le contenu de la page en ligne « {page_title} » n’a pas été vérifié : rien n’a changé en ligne. "
            "Un programme publie par audits.actions.publish_page(page)."
        )
