"""13.10.1 and 13.10.2: what a complex gesture does, a simple one does too.

A page whose scripts follow fingers or the pointer as they move may ask for a gesture with two fingers or along a path.
A person tries each such function with a mere click.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.10.1
"""

from accessibility.page.events import listened, page_if_it_listens
from accessibility.rules.base import Rule, a_person_must_look

_EVENTS = ("touchmove", "pointermove", "gesturestart", "gesturechange", "gestureend", "mousemove", "drag", "dragover")


RULE = Rule(
    asks=("13.10.1", "13.10.2"),
    applicability=lambda page: page_if_it_listens(page, *_EVENTS),
    expectation=a_person_must_look,
    message=lambda node, page: (
        f"Les scripts de la page suivent les gestes ({', '.join(listened(page, *_EVENTS))})\u00a0: vérifiez que tout "
        "ce qui se fait en glissant, ou à deux doigts, se fait aussi d’un simple clic."
    ),
    fix="Ajoutez des boutons, par exemple «\u00a0Suivant\u00a0» et «\u00a0Précédent\u00a0» à ce qu’on fait glisser.",
)
