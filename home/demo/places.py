"""Where Merlonges receives its inhabitants: six places, with their hours and the days that depart from them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from home.demo.blocks import body, paragraph
from home.demo.page import IN_MENU, DemoPage
from home.demo.typography import typeset_all
from home.models import PlaceIndexPage, PlacePage

TUESDAY_TO_FRIDAY = ["tuesday", "wednesday", "thursday", "friday"]


@dataclass(frozen=True)
class DemoPlace(DemoPage):
    """A place, whose hours and exceptions are made when it is loaded."""

    parent: str | None = "lieux"
    hours: Callable[[], dict] | None = None
    exceptions: Callable[[], list[dict]] = list

    def values(self) -> dict:
        streams = {
            "hours": body(f"{self.slug}/hours", self.hours()) if self.hours else [],
            "exceptions": body(f"{self.slug}/exceptions", *self.exceptions()),
        }
        return {**super().values(), **typeset_all(self.fields), **typeset_all(streams)}


def ranges(*hours: tuple[str, str]) -> list[dict]:
    return [{"opens": opens, "closes": closes} for opens, closes in hours]


def week(caption: str, *openings: tuple[list[str], list[dict]], note: str = "") -> dict:
    """The hours of a week: pairs of the days that have the same ranges, and these."""
    value = {"caption": caption, "note": note, "openings": [{"days": days, "ranges": rows} for days, rows in openings]}
    return {"type": "timetable", "value": value}


def closed(first: date, last: date | None, reason: str) -> dict:
    return {"type": "closure", "value": {**_period(first, last), "reason": reason}}


def opened(first: date, last: date | None, reason: str, *hours: tuple[str, str]) -> dict:
    return {"type": "special_hours", "value": {**_period(first, last), "reason": reason, "ranges": ranges(*hours)}}


def _period(first: date, last: date | None) -> dict:
    return {"first": first.isoformat(), "last": last.isoformat() if last else None}


def coming(month: int, day: int) -> date:
    """The next such day of the calendar, so that the town never tells what is over."""
    today = timezone.localdate()
    this_year = today.replace(month=month, day=day)
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def _holidays() -> list[dict]:
    christmas, new_year = coming(12, 25), coming(1, 1)
    return [
        closed(christmas, None, "Noël"),
        closed(new_year, None, "jour de l’an"),
        closed(coming(5, 1), None, "fête du travail"),
    ]


def _town_hall_week() -> dict:
    return week(
        "Horaires de l’hôtel de ville",
        (["monday"], ranges(("13:30", "17:30"))),
        (["tuesday", "wednesday"], ranges(("08:30", "12:00"), ("13:30", "17:30"))),
        (["thursday"], ranges(("08:30", "12:00"), ("13:30", "19:00"))),
        (["friday"], ranges(("08:30", "12:00"), ("13:30", "16:30"))),
        (["saturday"], ranges(("09:00", "12:00"))),
        note="Les dossiers d’état civil et d’urbanisme sont reçus jusqu’à une demi-heure avant la fermeture.",
    )


def _town_hall_exceptions() -> list[dict]:
    return [*_holidays(), opened(coming(12, 24), None, "veille de Noël", ("08:30", "12:00"))]


def _library_week() -> dict:
    return week(
        "Horaires de la médiathèque des Tilleuls",
        (["tuesday"], ranges(("14:00", "18:00"))),
        (["wednesday"], ranges(("10:00", "12:00"), ("14:00", "18:00"))),
        (["friday"], ranges(("14:00", "19:00"))),
        (["saturday"], ranges(("10:00", "17:00"))),
    )


def _library_exceptions() -> list[dict]:
    christmas = coming(12, 24)
    return [
        closed(christmas, christmas + timedelta(days=8), "congés de fin d’année"),
        closed(coming(8, 4), coming(8, 4) + timedelta(days=12), "congés d’été"),
        opened(coming(9, 20), None, "Journées du patrimoine", ("10:00", "18:00")),
    ]


def _pool_week() -> dict:
    return week(
        "Horaires de la piscine du Val",
        (["monday", "thursday"], ranges(("12:00", "13:45"), ("17:00", "20:00"))),
        (["tuesday", "friday"], ranges(("12:00", "13:45"), ("17:00", "21:30"))),
        (["wednesday"], ranges(("10:00", "12:30"), ("14:30", "19:00"))),
        (["saturday", "sunday"], ranges(("09:00", "12:30"), ("14:30", "18:00"))),
        note="La caisse ferme quarante-cinq minutes avant les bassins.",
    )


def _pool_exceptions() -> list[dict]:
    emptied = coming(9, 1)
    return [*_holidays(), closed(emptied, emptied + timedelta(days=11), "vidange des bassins")]


def _recycling_week() -> dict:
    days = ["monday", *TUESDAY_TO_FRIDAY, "saturday"]
    return week("Horaires de la déchèterie du Val", (days, ranges(("09:00", "12:00"), ("14:00", "18:00"))))


def _recycling_exceptions() -> list[dict]:
    return [
        *_holidays(),
        opened(coming(12, 24), None, "veille de Noël", ("09:00", "12:00")),
        opened(coming(12, 31), None, "veille du jour de l’an", ("09:00", "12:00")),
    ]


def _welfare_week() -> dict:
    return week(
        "Horaires d’accueil du CCAS",
        (["monday", "tuesday", "thursday"], ranges(("09:00", "12:00"), ("13:30", "17:00"))),
        (["wednesday", "friday"], ranges(("09:00", "12:00"))),
        note="L’après-midi, les travailleuses sociales reçoivent sur rendez-vous.",
    )


def _gymnasium_week() -> dict:
    days = ["monday", *TUESDAY_TO_FRIDAY]
    return week(
        "Horaires d’ouverture aux associations",
        (days, ranges(("17:30", "22:30"))),
        (["saturday", "sunday"], ranges(("08:30", "20:00"))),
        note="En journée, la salle est réservée aux écoles et au collège.",
    )


def _gymnasium_exceptions() -> list[dict]:
    return [*_holidays(), closed(coming(7, 14), coming(7, 14) + timedelta(days=33), "réfection du sol")]


def _pool() -> list[dict]:
    return [
        paragraph(
            "<p>Le bonnet de bain est obligatoire pour tous. Un fauteuil de mise à l’eau est disponible au bord "
            "du grand bassin : demandez-le à la maître-nageuse.</p>"
        ),
    ]


def _recycling() -> list[dict]:
    return [
        paragraph(
            "<p>L’accès est gratuit sur présentation de la carte de déchèterie, remise sur place. "
            "Les gravats sont limités à un mètre cube par semaine et par foyer.</p>"
        ),
    ]


PLACES = (
    DemoPage(
        PlaceIndexPage,
        "lieux",
        "Lieux et horaires",
        "Où vous rendre, et ce qui est ouvert aujourd’hui.",
        fields=IN_MENU,
    ),
    DemoPlace(
        PlacePage,
        "hotel-de-ville",
        "Hôtel de ville",
        "L’accueil, l’état civil, les élections, l’urbanisme et le guichet des familles.",
        hours=_town_hall_week,
        exceptions=_town_hall_exceptions,
        fields={
            "address": "1 place des Tilleuls\n99999 Merlonges",
            "phone": "01 99 00 12 34",
            "email": "mairie@merlonges.example",
            "on_foot": "À deux minutes de la place du marché, par la rue du Lavoir. "
            "Dix arceaux à vélos devant l’entrée.",
            "by_bus": "Lignes 1 et 3, arrêt Mairie.",
            "by_car": "Parking du Pré-Long, gratuit, à cinq minutes à pied. "
            "Une place réservée aux personnes handicapées rue du Lavoir, à vingt mètres.",
            "wheelchair": "yes",
            "wheelchair_note": "L’accueil est de plain-pied et un ascenseur dessert la salle des mariages. "
            "Une boucle magnétique équipe le guichet.",
        },
    ),
    DemoPlace(
        PlacePage,
        "mediatheque-des-tilleuls",
        "Médiathèque des Tilleuls",
        "Des livres, des films, des jeux et huit postes informatiques en libre accès.",
        hours=_library_week,
        exceptions=_library_exceptions,
        fields={
            "address": "12 rue des Tilleuls\n99999 Merlonges",
            "phone": "01 99 00 12 50",
            "email": "mediatheque@merlonges.example",
            "on_foot": "À trois minutes de l’hôtel de ville par le jardin public, ouvert de 8 h à 20 h.",
            "by_bus": "Ligne 1, arrêt Tilleuls.",
            "by_car": "Stationnement en zone bleue rue des Tilleuls, une heure trente au plus.",
            "wheelchair": "yes",
            "wheelchair_note": "L’entrée de plain-pied se trouve côté jardin. "
            "Les rayonnages laissent passer un fauteuil, et une loupe électronique est à disposition.",
        },
    ),
    DemoPlace(
        PlacePage,
        "piscine-du-val",
        "Piscine du Val",
        "Un bassin de vingt-cinq mètres, un bassin d’apprentissage et une pataugeoire.",
        _pool,
        hours=_pool_week,
        exceptions=_pool_exceptions,
        fields={
            "address": "3 chemin de l’Écluse\n99999 Merlonges",
            "phone": "01 99 00 12 61",
            "email": "piscine@merlonges.example",
            "on_foot": "Par la voie verte le long de la Lonze, à douze minutes à vélo du centre.",
            "by_bus": "Ligne 3, arrêt Écluse.",
            "by_car": "Parking de quatre-vingts places, dont quatre réservées aux personnes handicapées.",
            "wheelchair": "yes",
            "wheelchair_note": "Deux vestiaires sont adaptés, et un fauteuil de mise à l’eau est prêté.",
        },
    ),
    DemoPlace(
        PlacePage,
        "decheterie-du-val",
        "Déchèterie du Val",
        "Encombrants, gravats, végétaux, appareils électriques : ce que les bacs ne prennent pas.",
        _recycling,
        hours=_recycling_week,
        exceptions=_recycling_exceptions,
        fields={
            "address": "Zone d’activités du Val\n8 rue des Tanneurs\n99999 Merlonges",
            "phone": "01 99 00 12 72",
            "by_car": "Sortie Merlonges-Est, puis deuxième rond-point à gauche. "
            "Les remorques sont admises jusqu’à 500 kg.",
            "wheelchair": "partly",
            "wheelchair_note": "Les quais sont en hauteur : les agents déchargent votre voiture si vous le demandez "
            "à l’entrée.",
        },
    ),
    DemoPlace(
        PlacePage,
        "ccas",
        "Centre communal d’action sociale",
        "Aides, aînés, logement, handicap : on vous reçoit, vous écoute et vous oriente.",
        hours=_welfare_week,
        exceptions=_holidays,
        fields={
            "address": "5 rue du Lavoir\n99999 Merlonges",
            "phone": "01 99 00 12 80",
            "email": "ccas@merlonges.example",
            "on_foot": "Derrière l’hôtel de ville, à cent mètres.",
            "by_bus": "Lignes 1 et 3, arrêt Mairie.",
            "wheelchair": "yes",
            "wheelchair_note": "La sonnette est à un mètre du sol. Un agent vient vous ouvrir.",
        },
    ),
    DemoPlace(
        PlacePage,
        "gymnase-du-pre-long",
        "Gymnase du Pré-Long",
        "La grande salle, la salle de danse et le mur d’escalade des associations.",
        hours=_gymnasium_week,
        exceptions=_gymnasium_exceptions,
        fields={
            "address": "22 avenue du Pré-Long\n99999 Merlonges",
            "phone": "01 99 00 12 93",
            "by_bus": "Ligne 1, arrêt Pré-Long.",
            "by_car": "Parking du Pré-Long, gratuit.",
            "wheelchair": "partly",
            "wheelchair_note": "La grande salle est de plain-pied. Le mur d’escalade et la salle de danse sont "
            "à l’étage, sans ascenseur.",
        },
    ),
)
