"""Facts of a page that several rules ask for, found out once and kept with the page, as long as it lives."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from accessibility.page.model import Node, Page

Options = ParamSpec("Options")
Fact = TypeVar("Fact")


def once_a_page(find: Callable[Concatenate[Page, Options], Fact]) -> Callable[Concatenate[Page, Options], Fact]:
    """For a function of a page and of options: whoever asks again is given the same object, not to be changed."""

    @wraps(find)
    def known(page: Page, *args: Options.args, **options: Options.kwargs) -> Fact:
        key = (find, args, tuple(options.items()))
        if key not in page.facts:
            page.facts[key] = find(page, *args, **options)
        return page.facts[key]

    return known


def once_a_node(find: Callable[[Node, Page], Fact]) -> Callable[[Node, Page], Fact]:
    """For a function of a node and its page."""

    @wraps(find)
    def known(node: Node, page: Page) -> Fact:
        key = (find, node)
        if key not in page.facts:
            page.facts[key] = find(node, page)
        return page.facts[key]

    return known
