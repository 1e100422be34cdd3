"""10.9.3, 10.9.4, 10.10.3 and 10.10.4: a medium does not inform by shape, size or place alone.

Only a person who watches, listens to or explores it can tell, and judge at once whether what completes such an
indication is relevant.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.9.3
"""

from accessibility.page.media_to_see import timed_media, untimed_media
from accessibility.page.model import Node
from accessibility.rules.base import Rule, a_person_must_look

_TIMED = ("video", "audio", "bgsound", "iframe")


def _tests(node: Node) -> tuple[str, ...]:
    if node.tag in ("object", "embed"):
        return ("10.9.3", "10.9.4", "10.10.3", "10.10.4")
    return ("10.9.3", "10.10.3") if node.tag in _TIMED else ("10.9.4", "10.10.4")


RULE = Rule(
    asks=("10.9.3", "10.9.4", "10.10.3", "10.10.4"),
    tests_of=_tests,
    applicability=lambda page: sorted({*timed_media(page), *untimed_media(page)}, key=lambda node: node.index),
    expectation=a_person_must_look,
    message="Vérifiez que ce média ne désigne rien par sa seule forme, sa taille ou sa position.",
    fix="Nommez aussi ce qui est désigné, par exemple «\u00a0le bouton Envoyer, à droite\u00a0».",
)
