"""4.1.1 to 4.1.3: a recorded medium has a transcription or an audio description, also when it is a file to download.

The glossary counts a file that a link gives among timed media. A person opens it, and looks for what stands for it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.1.1
"""

from accessibility.page.links import is_html_link
from accessibility.page.media import SOUND, links_to_media, sort_of_media, substitutes_beside
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_OF_SOUND = ("4.1.1", "4.2.1")
_OF_PICTURE = ("4.1.2", "4.1.3", "4.2.2", "4.2.3", "4.3.1", "4.5.1", "4.5.2")


def _question(node: Node, page: Page) -> str:
    kind = "à un son" if sort_of_media(node) == SOUND else "à une vidéo"
    beside = substitutes_beside(node, page)
    seen = f"vérifiez que {quote(beside[0])} le remplace bien" if beside else "rien à côté ne semble en donner une"
    return f"Ce lien mène {kind}\u00a0: s’il informe, il lui faut une transcription\u00a0; {seen}."


RULE = Rule(
    asks=(*_OF_SOUND, *_OF_PICTURE),
    tests_of=lambda node: _OF_SOUND if sort_of_media(node) == SOUND else _OF_PICTURE,
    applicability=lambda page: [node for node in links_to_media(page) if is_html_link(node)],
    expectation=a_person_must_look,
    message=_question,
    fix="Ajoutez à côté du lien la transcription du fichier, ou un lien vers elle.",
)
