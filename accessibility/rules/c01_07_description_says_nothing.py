"""1.7.1 to 1.7.6: the detailed description of an image is relevant.

A text that `aria-describedby` gives to an image, and whose identifier or class calls it a description, describes
nothing when it is punctuation, the name of a file, the bare word « description » or a text for the tool to replace. The
same text of an image that has a description at another place (`longdesc`, a link, a button) may be a mere label: a
person looks there. An image without alternative may be a decoration, which has nothing to describe: it is left out.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.7.1
"""

import re

from accessibility.page.alternatives import is_placeholder, says_nothing_but_its_file
from accessibility.page.descriptions import may_have_a_description_beside
from accessibility.page.images import every_test, images, is_for_a_captcha, is_said_decorative, tests_of_image
from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, is_only_punctuation, quote, squash
from accessibility.rules.base import Answer, Rule

_CALLED = re.compile(r"desc", re.IGNORECASE)
_TO_REPLACE = re.compile(
    r"(?:la |une |texte de la )?descri(?:ption|ptif)(?: longue| d[ée]taill[ée]e)?(?: (?:de l['’]|d['’]une )?image)?"
    r"|(?:description )?[àa] (?:compl[ée]ter|venir|r[ée]diger|faire)|todo|tbd|lorem ipsum\b.*"
    r"|(?:long )?description(?: text)?",
    re.IGNORECASE,
)


def _targets(node: Node, page: Page) -> list[Node]:
    return page.by_ids(node.get("aria-describedby"), node)


def _description(node: Node, page: Page) -> str:
    """The text that describes the image; empty where something else than a text may."""
    targets = _targets(node, page)
    inside = [inner for target in targets for inner in (target, *target.descendants()) if inner.is_element]
    if any(inner.tag in ("img", "svg", "iframe", "object", "a") or inner.has("aria-label") for inner in inside):
        return ""
    called = all(_CALLED.search(f"{target.get('id')} {target.get('class') or ''}") for target in targets)
    return squash(" ".join(target.raw_text for target in targets)) if called else ""


def _expectation(node: Node, page: Page) -> Answer:
    text = _description(node, page)
    bare = text.strip(" .:…-–[]()")
    nothing = (
        is_only_punctuation(text)
        or is_placeholder(bare)
        or _TO_REPLACE.fullmatch(bare)
        or says_nothing_but_its_file(text, node)
    )
    if not nothing:
        return Answer.MEETS
    elsewhere = not is_blank(node.get("longdesc") or "") or may_have_a_description_beside(node, page)
    return Answer.A_PERSON_MUST_LOOK if elsewhere else Answer.FAILS


RULE = Rule(
    fails=every_test("1.7"),
    tests_of=lambda node: tests_of_image(node, "1.7"),
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if tests_of_image(node, "1.7")
        and not (is_said_decorative(node) or is_for_a_captcha(node, page))
        and image_name(node, page).text
        and _description(node, page)
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"La description de l’image, {quote(_description(node, page))}, ne dit rien de l’image.",
    fix="Écrivez tout ce que l’image apprend\u00a0: les chiffres d’un graphique, les rues et les repères d’un plan.",
)
