"""13.8.1: the user controls what moves by itself.

A video that starts alone and begins again for ever, without the browser's buttons and on a page without any script,
can be neither stopped nor hidden. A summary to fold around it would hide it: such a video is not concerned.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.8.1
"""

from accessibility.page.images import is_too_small_to_see
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.sight import has_scripts
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    videos = (node for node in page.select("video") if node.namespace == HTML and node.has("autoplay"))
    return [
        node
        for node in shown(in_generated_code(videos))
        if not is_too_small_to_see(node) and node.closest("details") is None
    ]


def _expectation(node: Node, page: Page) -> Answer:
    sources = [child for child in node.elements if child.tag == "source"]
    has_a_file = node.has("src") or any(source.has("src") and not source.has("media") for source in sources)
    is_endless = node.has("loop") and not node.has("controls") and has_a_file
    return Answer.FAILS if is_endless and not has_scripts(page) else Answer.MEETS


RULE = Rule(
    fails=("13.8.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Cette vidéo se lance toute seule et recommence sans fin, et rien ne permet de l’arrêter.",
    fix="Retirez l’attribut autoplay et ajoutez controls, pour que la personne lance et arrête la vidéo.",
)
