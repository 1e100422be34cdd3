"""4.3.2: captions that a `track` gives are declared as captions.

A `track` of the kind `captions` conforms. One without a kind, or of the kind `subtitles`, may be a translation or
captions badly declared: a person decides, unless the same video has captions besides. Its label may say that it is
made for the deaf: it then fails. Other kinds (chapters, descriptions, metadata) and the tracks of a sound alone are
not concerned.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.3.2
"""

import re

from accessibility.page.media import kind_of_track, tracks
from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_FOR_THE_DEAF = re.compile(
    r"sourd|malentendant|\bSME\b|closed caption|\bcaptions?\b|\bSDH\b|hard of hearing", re.IGNORECASE
)


def _applicability(page: Page) -> list[Node]:
    texts = (node for node in page.select("track") if kind_of_track(node) in ("captions", "subtitles"))
    return [node for node in in_generated_code(texts) if node.parent and node.parent.tag == "video"]


def _name(node: Node) -> str:
    return node.get("label") or node.get("srclang") or node.get("src") or ""


def _expectation(node: Node, page: Page) -> Answer:
    if kind_of_track(node) == "captions":
        return Answer.MEETS
    if _FOR_THE_DEAF.search(node.get("label") or ""):
        return Answer.FAILS
    siblings = tracks(node.parent) if node.parent else []
    has_captions = any(kind_of_track(other) == "captions" for other in siblings)
    return Answer.MEETS if has_captions else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    decides=("4.3.2",),
    applicability=_applicability,
    expectation=_expectation,
    message=lambda node, page: (
        f"Cette piste {quote(_name(node))} porte des sous-titres pour sourds et malentendants, mais n’est pas déclarée "
        'comme telle (kind="captions").'
    ),
    review_message=lambda node, page: (
        f"Cette piste {quote(_name(node))} n’est pas déclarée comme des sous-titres pour sourds et malentendants\u00a0"
        ": dites si c’en sont."
    ),
    fix='Écrivez kind="captions" sur la piste qui transcrit tout ce qui s’entend, bruits compris.',
)
