"""4.10.1: the user controls the sound that starts by itself.

A sound that starts alone and begins again for ever lasts more than three seconds. Without the browser's buttons, on a
page without any script, it can be neither stopped nor lowered. Another automatic sound, whose length or means of
control only the ear can tell, takes a person; `c04_10_long_sound` speaks of one whose length the browser knows.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.10.1
"""

from accessibility.page.media import SHORT, SURELY_LONG, nothing_stops, played_at_once, seconds_of
from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if node.has("controls"):
        return Answer.MEETS
    seconds = seconds_of(node)
    if node.tag == "audio" and nothing_stops(node, page):
        if node.has("loop"):
            return Answer.FAILS
        if seconds and seconds > SURELY_LONG:
            return Answer.MEETS
    return Answer.MEETS if seconds and seconds <= SHORT else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("4.10.1",),
    applicability=played_at_once,
    expectation=_expectation,
    styles_matter=True,
    message="Ce son se lance tout seul et recommence sans fin, et rien ne permet de l’arrêter.",
    review_message="Ce média se lance tout seul\u00a0: s’il sonne plus de trois secondes, il faut pouvoir l’arrêter.",
    fix="Retirez l’attribut autoplay, ou ajoutez controls pour que la personne puisse arrêter le son.",
)
