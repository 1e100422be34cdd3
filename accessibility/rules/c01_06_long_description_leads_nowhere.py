"""1.6.1 to 1.6.4: an image that takes a detailed description has one.

An author who sends the reader to a place of the page by `longdesc` says that the image takes a detailed description.
The identifier of no element is no place. It fails where nothing else may give the description: no description by ARIA,
no link, button nor fold beside the image, no image in a link, no word of the alternative that announces one. Where
something may, and where `longdesc` holds a sentence, which a tool may have written for an image that takes no
description, a person looks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.6.1
"""

import re
from urllib.parse import unquote

from accessibility.page.descriptions import may_have_a_description_beside
from accessibility.page.images import images, is_for_a_captcha, is_said_decorative, kind_of_image, tests_of_image
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, quote, squash, words
from accessibility.rules.base import Answer, Rule

_FEWEST_WORDS = 4
_KINDS = ("img", "object", "embed", "input")
_ADDRESS = re.compile(r"[:/#?]|\.\w{2,5}\b")


def _place(node: Node) -> str:
    return squash(node.get("longdesc") or "")


def _leads_somewhere(node: Node, page: Page) -> bool:
    place = _place(node)
    if not place.startswith("#"):
        return len(words(place)) < _FEWEST_WORDS or " " not in place or bool(_ADDRESS.match(place))
    names = {place[1:], unquote(place[1:])}
    named = (other.get("name") for other in page.with_attribute("name") if other.tag in ("a", "map"))
    return any(page.by_id(name, node) for name in names if name) or not names.isdisjoint(named)


def _expectation(node: Node, page: Page) -> Answer:
    if _leads_somewhere(node, page):
        return Answer.MEETS
    otherwise = (
        any(node.has(name) for name in ("aria-describedby", "aria-details", "aria-description"))
        or may_have_a_description_beside(node, page)
        or not _place(node).startswith("#")
    )
    return Answer.A_PERSON_MUST_LOOK if otherwise else Answer.FAILS


RULE = Rule(
    fails=("1.6.1", "1.6.2", "1.6.3", "1.6.4"),
    tests_of=lambda node: tests_of_image(node, "1.6"),
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if kind_of_image(node) in _KINDS
        and not is_blank(node.get("longdesc") or "")
        and not (is_said_decorative(node) or is_for_a_captcha(node, page))
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"La description détaillée de l’image est introuvable\u00a0: longdesc, {quote(_place(node))}, ne mène nulle "
        "part."
    ),
    review_message=lambda node, page: (
        f"L’adresse {quote(_place(node))} de longdesc ne mène nulle part\u00a0: si l’image demande une "
        "description, vérifiez qu’elle en a une."
    ),
    fix="Écrivez la description dans la page, et mettez dans longdesc son adresse, par exemple «\u00a0#plan\u00a0».",
)
