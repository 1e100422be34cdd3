"""What judging needs: axe-core, a checker with its browser, a database that holds the tripwire."""

from collections.abc import Iterator

from django.conf import settings
from django.db import connections

from accessibility import engine
from accessibility.axe import AxeMissing
from accessibility.checker_client import CheckerClient, CheckerUnavailable
from audits.gate import triggers
from audits.gate.checks import check_gate
from audits.health.result import Result
from audits.models import Seal

_START = "python -m accessibility serve --socket"
_PATIENCE = 20
"""Seconds to wait for the checker, which answers between two judgements."""


def axe() -> Iterator[Result]:
    """axe-core is installed."""
    try:
        versions = engine.versions()
        engine.fingerprint()
    except AxeMissing as error:
        yield Result(
            "axe-core",
            f"axe-core manque. Motif\u00a0: {error}.",
            "Lancez «\u00a0make setup\u00a0», puis relancez le vérificateur.",
        )
    else:
        yield Result("axe-core", f"axe-core {versions['axe']}, référentiel RGAA {versions['rgaa']}.")


def checker_answers() -> Iterator[Result]:
    """The checker answers on its socket, with a browser, and is of this version."""
    name, socket = "Vérificateur", settings.PARVIS_CHECKER_SOCKET
    try:
        CheckerClient(socket, _PATIENCE).ping()
    except CheckerUnavailable as error:
        yield Result(name, f"Le vérificateur ne juge pas. Motif\u00a0: {error}.", _checker_remedy(str(error), socket))
    except AxeMissing as error:
        yield Result(
            name, f"Le vérificateur ne peut pas juger. Motif\u00a0: {error}.", "Lancez «\u00a0make setup\u00a0»."
        )
    else:
        yield Result(name, f"Le vérificateur et son navigateur répondent sur {socket}.")


def _checker_remedy(error: str, socket) -> str:
    if "another version" in error:
        return "Relancez le vérificateur\u00a0: il a démarré avant la dernière mise à jour."
    if "does not answer" in error and not socket.exists():
        return f"Lancez le vérificateur\u00a0: {_START} {socket}"
    if "does not answer" in error:
        return f"Il est arrêté ou bloqué. Arrêtez-le s’il tourne encore, puis relancez-le\u00a0: {_START} {socket}"
    if "The Grid" in error:
        return (
            "Lancez la grille Selenium, ou retirez SELENIUM_REMOTE_URL pour juger avec le navigateur de cette machine, "
            "puis relancez le vérificateur."
        )
    return "Installez ou réparez Chromium et son pilote (apt-get install chromium chromium-driver), puis relancez-le."


def tripwire() -> Iterator[Result]:
    """The database refuses a page that goes live without a seal, and no seal outlived its publication."""
    name = "Déclencheurs de la base"
    try:
        triggers.verify()
    except triggers.TripwireMissing:
        yield Result(
            name,
            "La base de données laisserait une page passer en ligne sans verdict.",
            "Lancez «\u00a0manage.py migrate\u00a0», qui les remet en place, puis «\u00a0manage.py recheck\u00a0».",
        )
    else:
        yield Result(name, f"Les déclencheurs sont en place ({connections['default'].vendor}).")
    if left := Seal.objects.count():
        yield Result(
            "Sceaux",
            f"{left} page(s) peuvent passer en ligne sans nouveau verdict\u00a0: un programme a laissé un sceau.",
            "Videz la table audits_seal, puis lancez «\u00a0manage.py recheck\u00a0».",
        )


def settings_hold() -> Iterator[Result]:
    """The settings and the page types leave no way around the gate."""
    wrong = check_gate(None)
    if not wrong:
        yield Result("Réglages", "Aucun type de page ni réglage ne contourne la vérification.")
    for message in wrong:
        yield Result("Réglages", str(message.msg), str(message.hint or "Corrigez le code ou le réglage en cause."))
