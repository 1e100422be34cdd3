"""What a mend is, and how it is found."""

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

from bs4 import BeautifulSoup, Tag
from django import forms

from audits.admin import mending
from audits.admin.mending.places import Place

Finding = dict[str, Any]


@dataclass(frozen=True)
class Target:
    """What a finding is about: how an answer changes it, and the languages to choose from, where that is asked."""

    change: Callable[[dict[str, Any]], None]
    languages: list[tuple[str, str]] = field(default_factory=list)


class MendForm(forms.Form):
    """What is asked of the editor. Nothing filled in: nothing to mend."""

    def __init__(self, *args, target: Target | None, **kwargs) -> None:
        self.target = target
        super().__init__(*args, use_required_attribute=False, **kwargs)


@dataclass(frozen=True)
class Mend:
    """A kind of mend. `targets`: in one place, what may be what a finding is about, in the order of the page.

    `example` shows what a good answer is. `how` tells an editor what to do where the rule speaks of code.
    """

    rules: frozenset[str]
    form: type[MendForm]
    targets: Callable[[Place, Finding], Iterable[Target]]
    example: str
    how: str = ""


def element_of(finding: Finding) -> Tag:
    """The element of a finding, as far as its excerpt shows it."""
    return BeautifulSoup(finding["html"], "html.parser").find() or Tag(name="none")


def squashed(text: str | None) -> str:
    """A text without the spaces that browsers merge."""
    return " ".join((text or "").split())


def is_excerpt(excerpt: str, text: str) -> bool:
    """Whether a text is the one that a finding shows, perhaps shortened."""
    excerpt, text = squashed(excerpt), squashed(text)
    return text.startswith(excerpt.removesuffix("…")) if excerpt.endswith("…") else text == excerpt


def child_that_holds(place: Place, what: str) -> str | None:
    """The name of the child of a block that holds a link's text, a heading…"""
    return getattr(place.block, "mendable", {}).get(what)


@cache
def mends() -> tuple[Mend, ...]:
    """Every kind of mend."""
    names = sorted(module.name for module in pkgutil.iter_modules(mending.__path__, f"{mending.__name__}."))
    return tuple(found for name in names if (found := getattr(import_module(name), "MEND", None)) is not None)


def mend_for(finding: Finding) -> Mend | None:
    """The mend that answers the rule of a finding."""
    return next((mend for mend in mends() if finding["rule"] in mend.rules), None)
