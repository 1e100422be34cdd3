"""10.13.1 to 10.13.3 and 10.14.2: what appears at the focus or under the pointer can be mastered.

What the style sheets show in such a state is known; whether it can be put away with Escape, pointed at, and stays as
long as it is wanted, a person tries.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.13.1
"""

from accessibility.page.revealed import shown_in_a_state
from accessibility.rules.base import Rule, a_person_must_look

RULE = Rule(
    asks=("10.13.1", "10.13.2", "10.13.3", "10.14.2"),
    applicability=shown_in_a_state,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=(
        "Faites apparaître ce contenu, au survol et au focus\u00a0: vérifiez que la touche Échap le masque, qu’on peut "
        "le survoler et qu’il reste affiché tant qu’on ne le quitte pas."
    ),
    fix="Ouvrez-le par un bouton, ou laissez-le affiché au survol de lui-même et masquez-le avec la touche Échap.",
)
