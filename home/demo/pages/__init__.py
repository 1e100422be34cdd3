"""The pages of Merlonges, a town that does not exist: parents come before their children."""

from home.demo.page import DemoPage
from home.demo.pages import about, administration, children, council, leisure, solidarity, surroundings, travel, welcome

PAGES: tuple[DemoPage, ...] = (
    welcome.HOME,
    *council.PAGES,
    *administration.PAGES,
    *children.PAGES,
    *surroundings.PAGES,
    *travel.PAGES,
    *leisure.PAGES,
    *solidarity.PAGES,
    welcome.NEWCOMERS,
    *about.PAGES,
)
