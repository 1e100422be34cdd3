"""Finds the components by walking `portal.components.examples`: each module there lists some in `COMPONENTS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Example:
    """One way to use a component. `values`: the context of its template, or what makes it for what data cannot say."""

    title: str
    values: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(default_factory=dict)

    @property
    def context(self) -> dict[str, Any]:
        return dict(self.values() if callable(self.values) else self.values)


@dataclass(frozen=True)
class Component:
    """A part of pages: its template, what it is for, and examples.

    `frame`: it is around every page already, and so is not shown twice in one.
    """

    name: str
    title: str
    use: str
    template: str
    examples: tuple[Example, ...]
    frame: bool = False

    def render(self, example: Example, request: HttpRequest) -> SafeString:
        """The HTML of one example."""
        return render_to_string(self.template, example.context, request)


@cache
def components() -> tuple[Component, ...]:
    """Every component, in the order of the modules' names."""
    package = import_module("portal.components.examples")
    modules = sorted(module.name for module in iter_modules(package.__path__))
    found = (import_module(f"{package.__name__}.{name}").COMPONENTS for name in modules)
    return tuple(component for some in found for component in some)
