"""The screens of decisions, each with what it has to show: for the engine to judge, and for a person to look at."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.gate.identity import fields_about
from audits.gate.urgent import publish_urgently
from audits.models import Appeal, Derogation
from tests.audits.decided import Village, found

WHY = "Ce trait sépare deux paragraphes, il ne dit rien."
BURDEN = {
    "content": "Le plan de 1830",
    "reasoning": "Le décrire coûterait deux ans de budget.",
    "alternative": "Une page raconte chaque rue.",
}


def screens(village: Village) -> dict[str, Callable[[Client], str]]:
    """Each screen by its name: what gives its HTML to a client."""
    page, verdict = village.refused("Marché", '<p>Le plan : <img src="/mairie.jpg"></p>')
    contested, its_verdict = village.refused("Fête", '<p>Le lieu : <img src="/mairie.jpg"></p>')
    about = {**fields_about(found()), "page": contested, "page_title": "Fête", "site": village.site}
    given = {"verdict": its_verdict, "position": 0, "reason": WHY, "user": village.admin, "context": "<p>Le lieu</p>"}
    decided = {"answer": "Il est décoratif.", "decided_by": village.admin, "decided_at": timezone.now()}
    waiting = Appeal.objects.create(**about, **given, revision=contested.latest_revision)
    overruled = Appeal.objects.create(**about, **given, **decided, state="overruled")
    overruled.digest = "autre"
    overruled.save()
    ends = timezone.localdate() + timedelta(days=9)
    derogation = Derogation.objects.create(
        **fields_about(found()), **BURDEN, page=contested, ends_on=ends, user=village.admin
    )
    publish_urgently(contested.latest_revision, village.admin, "La place est inondée.")
    new = [page.pk, verdict.pk, 0]
    refusal = f"?refus={page.refusals.get().pk}"
    return {
        "refusal": _get("wagtailadmin_pages:edit", page.pk, query=refusal),
        "appeal-new": _post("appeals:new", *new),
        "appeals": _get("appeals:index"),
        "appeal": _get("appeals:detail", waiting.pk),
        "appeal-overruled": _get("appeals:detail", overruled.pk),
        "appeal-undo": _get("appeals:undo", overruled.pk),
        "laissez-passer-empty": _get("laissez_passer:index"),
        "laissez-passer-new": _post("laissez_passer:new", *new),
        "derogations": _get("derogations:index"),
        "derogation-new": _get("derogations:new", *new),
        "derogation": _get("derogations:detail", derogation.pk),
        "urgent-new": _get("urgent_publications:new", page.pk),
        "urgent": _get("urgent_publications:index"),
    }


def _get(name: str, *numbers: int, query: str = "") -> Callable[[Client], str]:
    return lambda client: client.get(reverse(name, args=numbers) + query).text


def _post(name: str, *numbers: int) -> Callable[[Client], str]:
    """The form with its errors."""
    return lambda client: client.post(reverse(name, args=numbers), {}).text
