"""How a sheet of the demonstration is written, and the lists that the catalogue is browsed by."""

from dataclasses import dataclass

from django.utils.text import slugify

from home.demo.blocks import body, identifier
from home.demo.page import DemoPage
from home.demo.typography import typeset, typeset_all
from home.models import LifeEvent, PlacePage, ServicePage, Topic
from home.models.procedure_lists import CatalogueEntry

CATALOGUE, TOWN_HALL = "demarches", "hotel-de-ville"
CIVIL, PAPERS, SCHOOL = "État civil", "Papiers et citoyenneté", "Écoles et cantine"
BUILDING, STREETS, WASTE = "Urbanisme et travaux", "Voirie et stationnement", "Déchets et environnement"
TOPICS = (CIVIL, PAPERS, SCHOOL, BUILDING, STREETS, WASTE)
BIRTH, CHILD, UNION = "J’attends un enfant", "Mon enfant grandit", "Je me marie ou je me pacse"
MOVE, WORKS, DEATH = "Je déménage", "Je fais des travaux", "Un proche est décédé"
EVENTS = (BIRTH, CHILD, UNION, MOVE, WORKS, DEATH)

CODES = "https://www.legifrance.gouv.fr/codes/texte_lc/"


@dataclass(frozen=True)
class DemoSheet(DemoPage):
    """A sheet, with what it refers to by name: entries of the lists, places and sheets that are loaded before it."""

    parent: str | None = CATALOGUE
    topics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    counter: str | None = None
    laws: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()

    def values(self) -> dict:
        return {
            **super().values(),
            **typeset_all(self.fields),
            "topics": [_entry(Topic, name, TOPICS) for name in self.topics],
            "life_events": [_entry(LifeEvent, name, EVENTS) for name in self.events],
            "counter": PlacePage.objects.filter(slug=self.counter).first(),
            "laws": body(f"{self.slug}/laws", *(_law(text, address) for text, address in self.laws)),
            "related": [
                {"type": "page", "id": identifier(f"{self.slug}/related/{page.slug}"), "value": page.pk}
                for slug in self.related
                for page in [_loaded(slug)]
                if page
            ],
        }


def _loaded(slug: str) -> ServicePage | PlacePage | None:
    return ServicePage.objects.filter(slug=slug).first() or PlacePage.objects.filter(slug=slug).first()


def _law(text: str, address: str) -> dict:
    return {"type": "link", "value": {"text": typeset(text), "address": address}}


def _entry(kind: type[CatalogueEntry], name: str, order: tuple[str, ...]) -> CatalogueEntry:
    return kind.objects.get_or_create(name=name, defaults={"sort_order": order.index(name) + 1})[0]


def code(name: str, articles: str, identifier_of_code: str) -> tuple[str, str]:
    """A link to a code of law: Légifrance shows the whole of it, so the text says which articles to read."""
    return f"{name} ({articles}), sur Légifrance", f"{CODES}{identifier_of_code}/"


def online(name: str) -> str:
    return f"https://demarches.merlonges.example/{slugify(name)}"


def here(slug: str) -> str:
    """Where a démarche of the portal itself begins."""
    return f"/services-en-ligne/{slug}/"


def remove_lists() -> None:
    """Remove the lists of the demonstration, where no sheet of somebody else uses them."""
    Topic.objects.filter(name__in=TOPICS, services=None).delete()
    LifeEvent.objects.filter(name__in=EVENTS, services=None).delete()
