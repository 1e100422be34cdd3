"""4.10.1: the user controls the sound that starts by itself.

A sound that starts alone and begins again for ever lasts more than three seconds. Without the browser's buttons, on a
page without any script, it can be neither stopped nor lowered. Another automatic sound, whose length or means of
control only the ear can tell, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.10.1
"""

from accessibility.page.media import timed_media
from accessibility.page.model import HTML, Node, Page
from accessibility.page.sight import has_scripts
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    return [
        node
        for node in timed_media(page)
        if node.tag in ("audio", "video")
        and node.namespace == HTML
        and node.has("autoplay")
        and not node.has("muted")
        and (node.has("src") or any(child.tag == "source" for child in node.elements))
    ]


def _expectation(node: Node, page: Page) -> Answer:
    if node.has("controls"):
        return Answer.MEETS
    is_endless = node.tag == "audio" and node.has("loop") and node.closest("details") is None
    return Answer.FAILS if is_endless and not has_scripts(page) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("4.10.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Ce son se lance tout seul et recommence sans fin, et rien ne permet de l’arrêter.",
    review_message="Ce média se lance tout seul\u00a0: s’il sonne plus de trois secondes, il faut pouvoir l’arrêter.",
    fix="Retirez l’attribut autoplay, ou ajoutez controls pour que la personne puisse arrêter le son.",
)
