"""Detailed descriptions of images: the words that announce one."""

import re

_ANNOUNCES = re.compile(
    r"description|d[ée]taill|transcription|version texte|donn[ée]es|ci-(?:dessous|dessus|contre|apr[èe]s)|longdesc",
    re.IGNORECASE,
)


def announces_description(text: str) -> bool:
    """The alternative of an image, or the name of a link beside it, says where its description is."""
    return _ANNOUNCES.search(text) is not None
