"""What the officer's part of a statement cannot say: each refusal tells what to do."""

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from accessibility import rgaa
from audits.statement.criteria import UnknownCriteria, read_criteria

if TYPE_CHECKING:
    from audits.models import AccessibilityStatement

LONGEST_SCHEMA = 3
"""Years that a « schéma pluriannuel » covers at most (decree 2019-768, article 7)."""
_LISTS = ("criteria_failed", "criteria_not_applicable")


def check_link(text: str) -> None:
    """Refuse what is neither a path of the site nor a complete web address. Raises ValidationError."""
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if re.search(r"[\s<>\"\\]", text) or not (is_web or re.match(r"/(?!/)", text)):
        raise ValidationError(
            "Écrivez une adresse qui commence par «\u00a0/\u00a0» pour une page de ce site, sinon une adresse "
            "complète, par exemple https://www.exemple.fr/schema.pdf."
        )


def check_facts(facts: "AccessibilityStatement", today: date) -> dict[str, str]:
    """What is wrong, by field; empty when nothing is."""
    return {**_dates(facts, today), **_schema(facts), **_audit(facts)}


def _dates(facts: "AccessibilityStatement", today: date) -> dict[str, str]:
    late = "Cette date est à venir\u00a0: écrivez celle du jour où c’était fait."
    return {
        name: late for name in ("audited_on", "established_on") if getattr(facts, name) and getattr(facts, name) > today
    }


def _schema(facts: "AccessibilityStatement") -> dict[str, str]:
    first, last = facts.schema_from, facts.schema_until
    if first and last and not first <= last < first + LONGEST_SCHEMA:
        return {
            "schema_until": "Un schéma pluriannuel couvre trois années au plus, la première comprise\u00a0: écrivez "
            f"une année de {first} à {first + LONGEST_SCHEMA - 1}."
        }
    return {}


def _audit(facts: "AccessibilityStatement") -> dict[str, str]:
    """An audit is told whole or not at all: a list forgotten would make criteria conform."""
    told = {"audited_on": facts.audited_on, "audited_by": facts.audited_by, "criteria_met": facts.criteria_met}
    started = any(value not in (None, "") for value in told.values()) or any(getattr(facts, name) for name in _LISTS)
    if not started:
        return {}
    errors = {
        name: "Un audit se déclare en entier\u00a0: remplissez aussi ce champ, ou videz les autres champs de l’audit."
        for name, value in told.items()
        if value in (None, "")
    }
    lists: dict[str, list[str]] = {}
    for name in _LISTS:
        try:
            lists[name] = read_criteria(getattr(facts, name))
        except UnknownCriteria as error:
            errors[name] = f"Le RGAA n’a pas de critère {', '.join(error.numbers)}\u00a0: corrigez le numéro."
    if errors:
        return errors
    failed, not_applicable = (lists[name] for name in _LISTS)
    if twice := [number for number in failed if number in not_applicable]:
        return {"criteria_not_applicable": f"Retirez d’une des deux listes\u00a0: {', '.join(twice)}."}
    wanted = len(rgaa.load().criteria) - len(failed) - len(not_applicable)
    if facts.criteria_met != wanted:
        return {
            "criteria_met": f"Avec {len(failed)} critères non conformes et {len(not_applicable)} non applicables, il "
            f"en reste {wanted} conformes sur {len(rgaa.load().criteria)}, et non {facts.criteria_met}\u00a0: vérifiez "
            "les deux listes."
        }
    return {}
