"""Detailed descriptions of images: the words that announce one, and where one may be."""

import re

from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.neighbours import has_control_around
from accessibility.page.scope import in_captioned_figure
from accessibility.page.sight import has_scripts

_ANNOUNCES = re.compile(
    r"description|d[ée]taill|transcription|version texte|donn[ée]es|ci-(?:dessous|dessus|contre|apr[èe]s)|longdesc",
    re.IGNORECASE,
)


def announces_description(text: str) -> bool:
    """The alternative of an image, or the name of a link beside it, says where its description is."""
    return _ANNOUNCES.search(text) is not None


def may_have_a_description_beside(node: Node, page: Page) -> bool:
    """An image whose description may be reached from what is around it: a link, a button, a fold, a caption, words of
    its alternative that announce one, a script."""
    return (
        node.closest("a", "button", "details") is not None
        or in_captioned_figure(node)
        or has_control_around(node)
        or announces_description(image_name(node, page).text)
        or has_scripts(page)
    )
