"""Facts of a page that several rules ask for, found out once and kept with the page, as long as it lives.

Whoever asks again is given the same object, not to be changed.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from accessibility.page.model import Node, Page

Options = ParamSpec("Options")
Fact = TypeVar("Fact")


def once_a_page(find: "Callable[Concatenate[Page, Options], Fact]") -> "Callable[Concatenate[Page, Options], Fact]":
    """For a function of a page and of options."""

    @wraps(find)
    def known(page: "Page", *args: Options.args, **options: Options.kwargs) -> Fact:
        key = (find, args, tuple(options.items()))
        if key not in page.facts:
            page.facts[key] = find(page, *args, **options)
        return page.facts[key]

    return known


def once_a_node(find: "Callable[Concatenate[Node, Options], Fact]") -> "Callable[Concatenate[Node, Options], Fact]":
    """For a function of a node, and of its page if it needs it."""

    @wraps(find)
    def known(node: "Node", *page: Options.args, **none: Options.kwargs) -> Fact:
        if find not in node.facts:
            node.facts[find] = find(node, *page, **none)
        return node.facts[find]

    return known


def handed_down(find: "Callable[[Node, Fact | None], Fact]") -> "Callable[[Node], Fact]":
    """For a fact of a node that follows from the same fact of its parent, which is None above the top of the tree."""

    @wraps(find)
    def known(node: "Node") -> Fact:
        facts = node.facts
        if find in facts:
            return facts[find]
        way = [node]
        above = node.parent
        while above is not None and find not in above.facts:
            way.append(above)
            above = above.parent
        fact = above.facts[find] if above is not None else None
        for below in reversed(way):
            fact = below.facts[find] = find(below, fact)
        return fact

    return known
