"""What makes one component of a site's theme known again from page to page, whatever number it was given on each.

Programs give their elements identifiers that change from one page to the next (`tab-7f3a91`, `field_12`). The code of
an element is its component's once those are left out of the attributes that hold identifiers; everything else tells two
elements apart: another picture, another address or another text is another defect.
"""

import re
from hashlib import blake2b

from django.db import models

_IDENTIFIERS = re.compile(
    r" (id|for|name|list|headers|form|nonce|data-[\w-]+|aria-(?:labelledby|describedby|controls|owns|details|flowto"
    r'|activedescendant|errormessage))="([^"]*)"'
)
_THE_PAGE_ITSELF = ("<html", "<body")
"""Their text is all that the page says: it tells pages apart, and no defect."""
_FRAGMENT = re.compile(r' href="#[^"]*"')
_GENERATED = re.compile(r"[0-9a-f]*\d[0-9a-f]*", re.IGNORECASE)


def component_of(code: str) -> str:
    """The component of an element's code (opening tag and text, as the engine writes them): 32 hexadecimal digits.

    Empty when there is no code.
    """
    if not code:
        return ""
    opening, end, text = code.partition(">")
    if opening.partition(" ")[0] in _THE_PAGE_ITSELF:
        text = ""
    opening = _IDENTIFIERS.sub(lambda found: f' {found[1]}="{_GENERATED.sub("0", found[2])}"', opening)
    opening = _FRAGMENT.sub(lambda found: _GENERATED.sub("0", found[0]), opening)
    return blake2b(f"{opening}{end}{text}".encode("utf-8", "replace"), digest_size=16).hexdigest()


class ComponentField(models.CharField):
    """The component of what a finding is about, where its row says so when it is made; else of its code (`html`)."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options | {"max_length": 32, "editable": False, "default": ""})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        component = getattr(model_instance, self.attname) or component_of(model_instance.html)
        setattr(model_instance, self.attname, component)
        return component
