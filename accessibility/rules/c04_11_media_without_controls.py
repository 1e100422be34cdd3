"""4.11.1: a timed medium has, where needed, the means to control it.

A sound or a video of HTML without the browser's buttons, that does not start by itself, on a page without any script,
can be started by nobody. With `controls`, browsers give buttons that work by keyboard and pointer. Everything else
takes a person (`c04_01_media_to_watch`).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.11.1
"""

from accessibility.page.media import timed_media
from accessibility.page.model import HTML, Node, Page
from accessibility.page.sight import has_scripts
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if node.has("controls") or node.has("autoplay") or has_scripts(page):
        return Answer.MEETS
    return Answer.FAILS


RULE = Rule(
    fails=("4.11.1",),
    applicability=lambda page: [
        node for node in timed_media(page) if node.tag in ("video", "audio") and node.namespace == HTML
    ],
    expectation=_expectation,
    styles_matter=True,
    message="Ce média n’a aucun bouton de lecture\u00a0: personne ne peut l’écouter ni le regarder.",
    fix="Ajoutez l’attribut controls à la balise audio ou video.",
)
