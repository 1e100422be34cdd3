"""13.12.1 to 13.12.3: what moving the device does can be done otherwise, and turned off.

A page that listens to the movement or the orientation of the device, or whose scripts name its sensors, is tried by a
person with the buttons of the page.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.12.1
"""

import re

from accessibility.page.events import listened
from accessibility.page.model import Node, Page
from accessibility.page.scope import roots
from accessibility.page.sight import dormant_text
from accessibility.rules.base import Rule, a_person_must_look

_EVENTS = ("devicemotion", "deviceorientation", "deviceorientationabsolute")
_SENSORS = re.compile(
    r"\b(?:on)?device(?:motion|orientation(?:absolute)?)\b"
    r"|\bnew (?:LinearAcceleration|Gravity|Accelero|Gyro|(?:Absolute|Relative)Orientation)\w*"
)


def _evidence(page: Page) -> str:
    heard = listened(page, *_EVENTS)
    match = _SENSORS.search(dormant_text(page))
    return ", ".join(heard) if heard else match[0] if match else ""


def _applicability(page: Page) -> list[Node]:
    return roots(page) if _evidence(page) else []


RULE = Rule(
    asks=("13.12.1", "13.12.2", "13.12.3"),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=lambda node, page: (
        f"Les scripts de la page lisent les mouvements de l’appareil ({_evidence(page)})\u00a0: vérifiez qu’on peut "
        "faire la même chose avec un bouton, et désactiver cette détection."
    ),
    fix="Ajoutez un bouton qui fait la même chose et un réglage qui coupe la détection du mouvement.",
)
