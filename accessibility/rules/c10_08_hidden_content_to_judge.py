"""10.8.1: hidden content is either to be ignored by assistive technologies, or given to them after a simple action.

What is hidden now by `display`, `visibility`, `hidden` or `aria-hidden`, and holds words, is known; what it is there
for, a person sees. What a browser itself hides (a closed `details`, the text for those who cannot play a video) comes
back by the browser's own means.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.8.1
"""

from accessibility.page.hidden_content import hidden_contents
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    text = quote(node.raw_text)
    if not node.is_hidden:
        return f"Les lecteurs d’écran ignorent {text}, pourtant visible\u00a0: vérifiez que rien n’y manque."
    return f"Le texte {text} est caché\u00a0: vérifiez qu’il est à ignorer, ou qu’une action simple le montre."


RULE = Rule(
    asks=("10.8.1",),
    applicability=hidden_contents,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=_question,
    fix="Montrez ce contenu, ou placez-le juste après le bouton qui le fait apparaître.",
)
