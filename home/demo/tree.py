"""Where the town's pages are in the database."""

from wagtail.models import Page

from home.models import HomePage

HOME_SLUG, HOME_TITLE = "accueil", "Bienvenue à Merlonges"


def demo_home() -> HomePage | None:
    """The home page of the demonstration, if it is loaded."""
    return HomePage.objects.filter(slug=HOME_SLUG, title=HOME_TITLE).first()


def town_page(slug: str) -> Page:
    """A page of the town by its slug, which no other page of the town has. Raises Page.DoesNotExist."""
    home = demo_home()
    if home is None:
        raise Page.DoesNotExist(slug)
    return home.get_descendants(inclusive=True).get(slug=slug)
