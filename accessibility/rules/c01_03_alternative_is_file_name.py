"""1.3.1 to 1.3.7: the alternative of an image is relevant.

A file name with the extension of an image, alone or at the end of a path or an address, is no alternative (WCAG
failure F30): it tells how the file is called, not what the image shows. Each attribute that gives an alternative must
be relevant, and each is looked at. So is the name that a camera gives, and the file's own name when it is written as
no sentence is, with underscores. Another name without extension that is the file's own may be a word that fits: a
person decides. Hidden images and those whose role says decoration have no alternative to judge, those for a captcha
belong to 1.4.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.3.1
"""

import re
from urllib.parse import unquote

from accessibility.page.images import address, alternative_test, base_name, images, is_for_a_captcha
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.text import IMAGE_EXTENSIONS, is_blank, is_file_name, quote, squash
from accessibility.rules.base import Answer, Rule

_FROM_A_CAMERA = re.compile(r"(?:img|dsc|dscn|dscf|dcim|pxl|imgp|screenshot)[ _-]?\d{3,}(?:[ _-]\d+)*", re.IGNORECASE)
_ATTRIBUTES = {"img": ("alt", "title"), "area": ("alt",), "input": ("alt", "title"), "svg": ()}


def _alternatives(node: Node) -> list[str]:
    names = (*_ATTRIBUTES.get(node.tag, ("title",)), "aria-label")
    return [value for name in names if not is_blank(value := node.get(name) or "")]


def _has_spaces(text: str) -> bool:
    return " " in text


def _expectation(node: Node, page: Page) -> Answer:
    texts = [squash(text) for text in _alternatives(node)]
    if any(is_file_name(base_name(text), IMAGE_EXTENSIONS) and not _has_spaces(text) for text in texts):
        return Answer.FAILS
    file = unquote(base_name(address(node)))
    stem = (file.rpartition(".")[0] or file).casefold()
    own = [text for text in texts if stem and text.casefold() == stem]
    if any("_" in text for text in own) or any(map(_FROM_A_CAMERA.fullmatch, texts)):
        return Answer.FAILS
    if own:
        return Answer.A_PERSON_MUST_LOOK
    return Answer.MEETS


RULE = Rule(
    fails=("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.3.6", "1.3.7"),
    tests_of=alternative_test,
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if not (is_presentational(node) or is_for_a_captcha(node, page)) and _alternatives(node)
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"L’alternative de l’image est un nom de fichier, {quote(_alternatives(node)[0])}.",
    review_message="L’alternative de l’image est le nom de son fichier.",
    fix="Décrivez ce que montre l’image, ou videz l’alternative si l’image n’apporte aucune information.",
)
