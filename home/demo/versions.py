"""The other versions of some pages of Merlonges: in English, and in words that are easy to read."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Locale

from home.demo.blocks import body, heading, paragraph, table
from home.demo.typography import typeset, typeset_all
from home.models import StandardPage
from home.models.pages import EditorialPage


@dataclass(frozen=True)
class Translation:
    """What a page of the demonstration says in another language."""

    source: str
    slug: str
    title: str
    introduction: str
    blocks: Callable[[], list[dict]]
    language: str = "en"
    seo_title: str = ""


def _welcome() -> list[dict]:
    return [
        heading("What is on"),
        paragraph(
            "<p>The <b>Christmas market</b> takes place on the square, Place des Tilleuls, from 11 to 20 December. "
            "The square is closed to cars from 9 am to 8 pm; a free shuttle leaves every fifteen minutes.</p>"
        ),
    ]


def _council() -> list[dict]:
    return [
        heading("Who decides"),
        paragraph(
            "<p>The town council has twenty-three members, elected for six years. Its meetings are open to everyone: "
            "they take place on the second Thursday of the month, at 7.30 pm.</p>"
            "<p>Half an hour is kept for questions from residents at the end of each meeting. Tell the reception desk "
            "of the town hall before the meeting begins.</p>"
        ),
        heading("Where to ask"),
        paragraph(
            "<p>For papers, schools, works in your street or help at home, begin with the town hall: its reception "
            "desk knows which department answers, and calls it for you.</p>"
        ),
    ]


def _town_hall() -> list[dict]:
    return [
        heading("Coming to the town hall"),
        paragraph(
            "<p>The reception desk is on the ground floor, without any step. It has an induction loop. "
            "A reserved parking space is twenty metres away, Rue du Lavoir.</p>"
        ),
        table(
            "Opening hours of the town hall",
            [
                ["Day", "Morning", "Afternoon"],
                ["Monday", "Closed", "1.30 pm to 5.30 pm"],
                ["Tuesday to Friday", "8.30 am to noon", "1.30 pm to 5.30 pm"],
                ["Saturday", "9 am to noon", "Closed"],
            ],
            headers="both",
        ),
    ]


def _easy_town_hall() -> list[dict]:
    return [
        heading("Quand venir à la mairie ?"),
        paragraph(
            "<p>La mairie est ouverte le matin et l’après-midi.</p>"
            "<p>Le lundi matin, la mairie est fermée.</p>"
            "<p>Le samedi après-midi, la mairie est fermée.</p>"
            "<p>Le dimanche, la mairie est fermée.</p>"
        ),
        heading("Comment venir ?"),
        paragraph(
            "<p>L’accueil est au rez-de-chaussée.</p>"
            "<p>Il n’y a pas de marche.</p>"
            "<p>Une place de parking est réservée aux personnes handicapées.</p>"
        ),
    ]


TRANSLATIONS = (
    Translation(
        "accueil",
        "accueil-en",
        "Welcome to Merlonges",
        "Services, opening hours, town life: the essentials of your town, for everyone to read.",
        _welcome,
        seo_title="Home",
    ),
    Translation(
        "vie-municipale",
        "town-council-and-services",
        "Town council and services",
        "Who decides in Merlonges, and where to ask.",
        _council,
    ),
    Translation(
        "mairie",
        "town-hall",
        "The town hall",
        "When the town hall is open, and how to come.",
        _town_hall,
    ),
)
EASY_SLUG = "mairie-facile-a-lire"


def load_versions(pages: dict[str, EditorialPage]) -> list[EditorialPage]:
    """Make what is missing of these versions, as drafts, from the pages of the demonstration by slug."""
    languages = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
    wanted = [
        translation for translation in TRANSLATIONS if translation.language in languages and translation.source in pages
    ]
    easy = [_load_easy_town_hall(pages["mairie"])] if "mairie" in pages else []
    return [*easy, *(_load_translation(translation, pages) for translation in wanted)]


def _load_translation(translation: Translation, pages: dict[str, EditorialPage]) -> EditorialPage:
    source, locale = pages[translation.source], Locale.objects.get_for_language(translation.language)
    if page := source.get_translation_or_none(locale):
        return page
    page = type(source).objects.get(pk=source.pk).copy_for_translation(locale)
    page.slug, page.title = translation.slug, translation.title
    page.draft_title, page.seo_title = translation.title, translation.seo_title
    page.introduction = translation.introduction
    page.body = body(translation.slug, *translation.blocks())
    page.save()
    page.save_revision()
    return page


def _load_easy_town_hall(town_hall: EditorialPage) -> StandardPage:
    page = StandardPage.objects.child_of(town_hall).filter(slug=EASY_SLUG).first()
    if page is None:
        page = StandardPage(
            title="La mairie, en facile à lire",
            slug=EASY_SLUG,
            introduction=typeset("Quand la mairie est ouverte et comment venir."),
            body=typeset_all(body(EASY_SLUG, *_easy_town_hall())),
            easy_to_read_of=town_hall,
            live=False,
        )
        type(town_hall).objects.get(pk=town_hall.pk).add_child(instance=page)
        page.save_revision()
    return page
