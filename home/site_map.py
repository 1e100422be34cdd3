"""The map of a site: every public page under the one that holds it."""

from dataclasses import dataclass, field

from wagtail.models import Page, Site

from home.languages import home_of

_LEVELS = 3


@dataclass
class Branch:
    """A page and the pages under it."""

    page: Page
    branches: list["Branch"] = field(default_factory=list)


def site_map(site: Site | None, levels: int = _LEVELS) -> list[Branch]:
    """The public pages under the home page, in the order of the menus, so many levels down; one query for them all."""
    if site is None:
        return []
    home = home_of(site)
    pages = Page.objects.descendant_of(home).live().public().filter(depth__lte=home.depth + levels).order_by("path")
    root = Branch(home)
    by_path = {home.path: root}
    for page in pages:
        above = by_path.get(page.path[: -Page.steplen])
        if above is not None:
            by_path[page.path] = branch = Branch(page)
            above.branches.append(branch)
    return root.branches
