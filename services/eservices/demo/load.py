"""Loads and removes the démarches of the demonstration. Loading twice changes nothing."""

import json
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from services.eservices.actions import open_eservice, open_version
from services.eservices.files.actions import throw_away
from services.eservices.models import Attachment, Department, Draft, EService, Request, Slot

_FOLDER = Path(__file__).parent
_WEEKS = 6
_OPENS, _CLOSES = time(9), time(23)


def described() -> list[dict[str, Any]]:
    """What the files say, one démarche each."""
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(_FOLDER.glob("*.json"))]


@transaction.atomic
def load_eservices(site: Site | None = None) -> list[EService]:
    """Make the démarches on a site, the default one unless told otherwise. Raises Site.DoesNotExist without any."""
    site = site or Site.objects.get(is_default_site=True)
    return [_load(site, data) for data in described()]


def _load(site: Site, data: dict[str, Any]) -> EService:
    wanted = data["department"]
    agents = Group.objects.get_or_create(name=f"Agents – {wanted['name']}")[0]
    agents.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    department = Department.objects.get_or_create(
        site=site, name=wanted["name"], defaults={**wanted, "agents": agents}
    )[0]
    eservice = EService.objects.get_or_create(
        site=site, slug=data["slug"], defaults={**data["eservice"], "department": department}
    )[0]
    current = eservice.current_version
    if current is None or current.definition != data["form"]:
        open_version(eservice, data["form"])
    if eservice.state == EService.State.DRAFT:
        open_eservice(eservice)
    for place in data.get("slots", ()):
        _open_slots(eservice, **place)
    return eservice


def _open_slots(eservice: EService, place: str, capacity: int) -> None:
    """The Saturdays and Sundays of the coming weeks, from morning to night."""
    today = timezone.localdate()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    for week in range(_WEEKS):
        for day in (saturday + timedelta(weeks=week), saturday + timedelta(weeks=week, days=1)):
            start, end = (timezone.make_aware(datetime.combine(day, hour)) for hour in (_OPENS, _CLOSES))
            Slot.objects.get_or_create(
                eservice=eservice, place=place, starts_at=start, defaults={"ends_at": end, "capacity": capacity}
            )


@transaction.atomic
def remove_eservices(site: Site | None = None) -> None:
    """Remove the démarches of the demonstration with all that was sent through them."""
    slugs = [data["slug"] for data in described()]
    names = [data["department"]["name"] for data in described()]
    eservices = EService.objects.filter(slug__in=slugs, **({"site": site} if site else {}))
    requests, drafts = Request.objects.filter(eservice__in=eservices), Draft.objects.filter(eservice__in=eservices)
    for attachment in Attachment.objects.filter(request__in=requests) | Attachment.objects.filter(draft__in=drafts):
        throw_away(attachment)
    requests.delete()
    drafts.delete()
    eservices.delete()
    Department.objects.filter(name__in=names, eservices=None).delete()
    Group.objects.filter(name__in=[f"Agents – {name}" for name in names]).delete()
