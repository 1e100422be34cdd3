"""4.7.1: the text beside a timed medium tells what it is.

Which text is beside it, and whether it tells enough, takes a person. On a page that gives nothing to read but the
medium, no text, no image, no frame and no name of the medium itself, nothing can tell.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.7.1
"""

from accessibility.page.language import perceived_texts
from accessibility.page.media import timed_media
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule

_MAY_SHOW_TEXT = ("img", "svg", "canvas", "input", "textarea", "select", "math")


def _expectation(node: Node, page: Page) -> Answer:
    media = timed_media(page)
    inside = {inner for medium in media for inner in (medium, *medium.descendants())}
    if any(text not in inside for text in perceived_texts(page)):
        return Answer.MEETS
    if any(other not in inside for other in page.select(*_MAY_SHOW_TEXT, "iframe", "frame", "object", "embed")):
        return Answer.MEETS
    names = (accessible_name(medium, page) for medium in media)
    named = any(name.source != "content" and not is_blank(name.text) for name in names)
    drawn = any("::drawn" in other.styles for other in page.nodes if other.is_element)
    return Answer.MEETS if named or drawn else Answer.FAILS


RULE = Rule(
    act=("8fc3b6",),
    fails=("4.7.1",),
    applicability=timed_media,
    expectation=_expectation,
    styles_matter=True,
    message="La page ne donne que ce média, sans un mot\u00a0: rien ne dit ce qu’il contient avant de le lancer.",
    fix="Placez devant le média un titre qui l’annonce\u00a0: «\u00a0Vidéo du conseil municipal du 3 mars\u00a0».",
)
