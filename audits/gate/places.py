"""Where on a page a defect of the frame is, which says who mends it."""

from typing import Any

from bs4 import BeautifulSoup
from django.db.models import TextChoices
from soupsieve import SelectorSyntaxError


class Place(TextChoices):
    """A part of the frame, with who looks after it."""

    MENU = "menu", "menus (réglages du site ou thème)"
    HEADER = "header", "en-tête (thème)"
    FOOTER = "footer", "pied de page (réglages du site ou thème)"
    TEMPLATE = "template", "gabarit de la page (thème)"
    THEME = "theme", "thème du site"


_BY_ROLE = {"navigation": Place.MENU, "banner": Place.HEADER, "contentinfo": Place.FOOTER, "main": Place.TEMPLATE}
_BY_TAG = {"nav": Place.MENU, "header": Place.HEADER, "footer": Place.FOOTER, "main": Place.TEMPLATE}


def with_places(findings: list[dict[str, Any]], html: str) -> list[dict[str, Any]]:
    """The findings of a page, each with the part of the frame that its element is in."""
    if not findings:
        return []
    document = BeautifulSoup(html, "html5lib")
    return [finding | {"place": _place(finding, document)} for finding in findings]


def _place(finding: dict[str, Any], document: BeautifulSoup) -> str:
    element = _element(finding["targets"], document)
    around = [element, *element.parents] if element is not None else []
    found = (_BY_ROLE.get(tag.get("role", "")) or _BY_TAG.get(tag.name) for tag in around)
    return next(filter(None, found), Place.THEME).value


def _element(targets: list[Any], document: BeautifulSoup):
    selector = targets[0] if targets else ""
    try:
        return document.select_one(selector) if isinstance(selector, str) and selector else None
    except (SelectorSyntaxError, NotImplementedError):
        return None
