"""An empty site that complies: the pages that the law and good sense ask for, to be filled in by the town."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, Site

from audits.actions import publish_page
from home.models import AccessibilityPage, ContactPage, HomePage, StandardPage
from home.models.pages import EditorialPage


class AlreadyStarted(Exception):
    """The default site has pages already; the message names them."""


@dataclass(frozen=True)
class Town:
    """What must be known to start: the name that every page shows, and where messages and questions go."""

    name: str
    email: str


def start_town(town: Town) -> list[EditorialPage]:
    """Make the pages, publish them through the gate, and give them to the default site.

    A start that was cut short is taken up again. Raises AlreadyStarted, and what the gate raises.
    """
    pages = _make_pages(town)
    for page in pages:
        if page.first_published_at is None:
            publish_page(type(page).objects.get(pk=page.pk))
    return pages


@transaction.atomic
def _make_pages(town: Town) -> list[EditorialPage]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first() or Site(is_default_site=True)
    home = _home_of(site)
    if home is None:
        root = Page.objects.get(depth=1)
        home = HomePage(
            title=f"Bienvenue sur le site : {town.name}",
            slug="accueil",
            seo_title="Accueil",
            introduction="Les démarches, les services et l’actualité de votre collectivité.",
            live=False,
        )
        root.add_child(instance=home)
        home.save_revision()
    welcome = site.root_page if site.root_page_id else None
    site.site_name, site.root_page = town.name, home
    site.hostname = site.hostname or "localhost"
    site.save()
    if welcome is not None and welcome.pk != home.pk:
        welcome.delete()
    return [home, *(_under(home, kind, slug, values) for kind, slug, values in _children(town))]


def _home_of(site: Site) -> HomePage | None:
    """The home page that an earlier start made. Raises AlreadyStarted when the site holds anything else."""
    if not site.root_page_id:
        return None
    root = site.root_page.specific
    if type(root) is Page and not root.get_children().exists():
        return None
    ours = {"accueil", *(slug for _, slug, _ in _children(Town("", "")))}
    others = root.get_descendants(inclusive=True).exclude(slug__in=ours)
    if not isinstance(root, HomePage) or others.exists():
        named = ", ".join(page.title for page in root.get_descendants(inclusive=True)[:5])
        raise AlreadyStarted(f"this site has pages already: {named}")
    return root


def _under(home: HomePage, kind: type[EditorialPage], slug: str, values: dict) -> EditorialPage:
    page = kind.objects.child_of(home).filter(slug=slug).first()
    if page is None:
        page = kind(slug=slug, live=False, **values)
        home.refresh_from_db()
        home.add_child(instance=page)
        page.save_revision()
    return page


def _children(town: Town) -> list[tuple[type[EditorialPage], str, dict]]:
    return [
        (
            ContactPage,
            "contact",
            {
                "title": "Nous écrire",
                "introduction": "Une question, une remarque : écrivez-nous.",
                "recipient": town.email,
            },
        ),
        (
            StandardPage,
            "aide",
            {
                "title": "Aide",
                "introduction": "Trouver une page avec la recherche ou le plan du site, agrandir le texte avec les "
                "touches Ctrl et +, parcourir les pages au clavier avec la touche Tab.",
                "show_in_footer": True,
            },
        ),
        (
            StandardPage,
            "mentions-legales",
            {
                "title": "Mentions légales",
                "introduction": f"Ce site est publié par : {town.name}.",
                "show_in_footer": True,
            },
        ),
        (
            AccessibilityPage,
            "accessibilite",
            {
                "title": "Accessibilité",
                "introduction": "Où en est l’accessibilité de ce site, et comment nous signaler une difficulté.",
            },
        ),
    ]
