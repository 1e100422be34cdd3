"""The pages of Merlonges, a town that does not exist."""

from collections.abc import Callable
from dataclasses import dataclass, field

from home.demo.blocks import body, figure, heading, links, paragraph, table
from home.demo.typography import typeset, typeset_all
from home.models import AccessibilityPage, ContactPage, HomePage, StandardPage
from home.models.pages import EditorialPage


@dataclass(frozen=True)
class DemoPage:
    """One page of the demonstration: where it stands and what it says."""

    kind: type[EditorialPage]
    slug: str
    title: str
    introduction: str
    blocks: Callable[[], list[dict]] = list
    parent: str | None = "accueil"
    fields: dict = field(default_factory=dict)

    def values(self) -> dict:
        return {
            "slug": self.slug,
            "title": self.title,
            "introduction": typeset(self.introduction),
            "body": typeset_all(body(self.slug, *self.blocks())),
            **self.fields,
        }


def _home() -> list[dict]:
    return [
        figure("mairie", alternative="La mairie de Merlonges et ses deux tilleuls, au fond d’une place dégagée."),
        heading("En ce moment"),
        paragraph(
            "<p>Le <b>marché de Noël</b> s’installe place des Tilleuls du 11 au 20 décembre. "
            "La circulation y sera fermée de 9 h à 20 h ; la navette gratuite part du parking du Pré-Long "
            "toutes les quinze minutes.</p>"
            "<p>Les inscriptions sur les listes électorales restent ouvertes toute l’année, en mairie ou en ligne.</p>"
        ),
    ]


def _town_hall() -> list[dict]:
    return [
        heading("Venir à la mairie"),
        paragraph(
            "<p>L’accueil se trouve au rez-de-chaussée, de plain-pied. Une boucle magnétique équipe le guichet. "
            "Une place de stationnement réservée est à vingt mètres, rue du Lavoir.</p>"
        ),
        table(
            "Horaires d’ouverture de la mairie",
            [
                ["Jour", "Matin", "Après-midi"],
                ["Lundi", "Fermé", "13 h 30 – 17 h 30"],
                ["Mardi", "8 h 30 – 12 h", "13 h 30 – 17 h 30"],
                ["Mercredi", "8 h 30 – 12 h", "13 h 30 – 17 h 30"],
                ["Jeudi", "8 h 30 – 12 h", "13 h 30 – 19 h"],
                ["Vendredi", "8 h 30 – 12 h", "13 h 30 – 16 h 30"],
                ["Samedi", "9 h – 12 h", "Fermé"],
            ],
            headers="both",
        ),
        heading("Le conseil municipal"),
        paragraph(
            "<p>Le conseil compte vingt-trois élus. Ses séances sont publiques : elles ont lieu le deuxième jeudi "
            "du mois, à 19 h 30, dans la salle des mariages.</p>"
        ),
        heading("Prendre la parole", 3),
        paragraph(
            "<p>Une demi-heure est réservée aux questions des habitants à la fin de chaque séance. "
            "Il suffit de s’annoncer à l’accueil avant le début.</p>"
        ),
    ]


def _school() -> list[dict]:
    return [
        heading("Inscrire un enfant à l’école"),
        paragraph(
            "<p>L’inscription est obligatoire à partir de trois ans. Elle se fait en mairie, du 1<sup>er</sup> février "
            "au 31 mars pour la rentrée suivante.</p>"
        ),
        heading("Documents à apporter", 3),
        paragraph(
            "<ul><li>Le livret de famille ou un acte de naissance</li>"
            "<li>Un justificatif de domicile de moins de trois mois</li>"
            "<li>Le carnet de santé, pour les vaccinations obligatoires</li></ul>"
        ),
        heading("Restauration scolaire"),
        paragraph(
            "<p>Les repas sont préparés sur place, avec une part de produits locaux. "
            "La participation des familles dépend de leur quotient familial.</p>"
        ),
        table(
            "Prix d’un repas selon le quotient familial",
            [
                ["Quotient familial", "Prix du repas"],
                ["Moins de 600 €", "1,00 €"],
                ["De 600 à 1 199 €", "2,40 €"],
                ["1 200 € et plus", "3,90 €"],
            ],
        ),
    ]


def _waste() -> list[dict]:
    return [
        heading("Jours de collecte"),
        paragraph("<p>Sortez les bacs la veille au soir, après 19 h, et rentrez-les dans la journée.</p>"),
        table(
            "Jours de collecte par quartier",
            [
                ["Quartier", "Ordures ménagères", "Emballages et papiers"],
                ["Centre ancien", "Lundi et jeudi", "Mercredi"],
                ["Le Pré-Long", "Mardi", "Vendredi"],
                ["Les Hauts de Merlonges", "Mercredi", "Vendredi"],
            ],
            headers="both",
        ),
        heading("Déchèterie"),
        paragraph(
            "<p>La déchèterie du Val accueille les habitants du lundi au samedi, de 9 h à 12 h et de 14 h à 18 h. "
            "Une aide au déchargement est proposée à qui la demande.</p>"
        ),
        links(
            "Pour aller plus loin",
            ("Que faire de mes déchets ? Le guide de l’Ademe", "https://quefairedemesdechets.ademe.fr/"),
            ("Demander le passage des encombrants sur Service-Public.fr", "https://www.service-public.fr/"),
        ),
    ]


def _culture() -> list[dict]:
    return [
        figure(
            "marche",
            alternative="Trois étals aux auvents rayés, garnis de fruits, entre deux arbres.",
            caption="Le marché des producteurs, chaque samedi matin place des Tilleuls.",
        ),
        paragraph(
            "<p>La ville soutient plus de soixante associations et prête gratuitement ses salles pour les fêtes "
            "de quartier.</p>"
        ),
    ]


def _library() -> list[dict]:
    return [
        figure("mediatheque"),
        heading("S’inscrire"),
        paragraph(
            "<p>L’inscription est <b>gratuite</b> pour tous les habitants. Elle permet d’emprunter dix documents "
            "pour quatre semaines, dont des livres en grands caractères et des livres audio.</p>"
        ),
        table(
            "Horaires de la médiathèque",
            [
                ["Mardi", "14 h – 18 h"],
                ["Mercredi", "10 h – 12 h et 14 h – 18 h"],
                ["Vendredi", "14 h – 19 h"],
                ["Samedi", "10 h – 17 h"],
            ],
            headers="column",
        ),
    ]


def _legal() -> list[dict]:
    return [
        heading("Éditeur"),
        paragraph(
            "<p>Ville de Merlonges, 1 place des Tilleuls, 99999 Merlonges. Directrice de la publication : "
            "la maire de Merlonges. Merlonges n’existe pas : ce site est une démonstration du logiciel Parvis.</p>"
        ),
        heading("Données personnelles"),
        paragraph(
            "<p>Ce site ne dépose aucun cookie de mesure d’audience et ne transmet rien à des tiers. "
            "Pour exercer vos droits, écrivez à la déléguée à la protection des données, en mairie.</p>"
        ),
    ]


IN_MENU = {"show_in_menus": True}

PAGES = (
    DemoPage(
        HomePage,
        "accueil",
        "Bienvenue à Merlonges",
        "Démarches, horaires, vie de la commune : l’essentiel de votre ville, lisible par toutes et tous.",
        _home,
        parent=None,
        fields={"seo_title": "Accueil"},
    ),
    DemoPage(
        StandardPage,
        "mairie",
        "La mairie",
        "Les horaires d’accueil et les séances du conseil municipal.",
        _town_hall,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "enfance-et-ecole",
        "Enfance et école",
        "Inscrire un enfant, connaître le prix de la cantine.",
        _school,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "dechets",
        "Déchets et propreté",
        "Les jours de collecte dans votre quartier et les horaires de la déchèterie.",
        _waste,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "culture-et-loisirs",
        "Culture et loisirs",
        "La médiathèque, le marché, les associations.",
        _culture,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "mediatheque",
        "La médiathèque",
        "Des livres, des films et des jeux, à deux pas de la place des Tilleuls.",
        _library,
        parent="culture-et-loisirs",
    ),
    DemoPage(
        ContactPage,
        "contact",
        "Nous écrire",
        "Une question, une remarque : écrivez-nous, ou appelez l’accueil au 01 99 00 12 34.",
        fields={
            "recipient": "mairie@merlonges.example",
            "subjects": "État civil\nÉcoles et cantine\nVoirie et propreté\nUrbanisme\nAutre sujet",
        },
    ),
    DemoPage(
        AccessibilityPage,
        "accessibilite",
        "Accessibilité",
        "Où en est l’accessibilité de ce site, et comment nous signaler une difficulté.",
    ),
    DemoPage(
        StandardPage,
        "mentions-legales",
        "Mentions légales",
        "Qui publie ce site et ce qu’il fait de vos données.",
        _legal,
        fields={"show_in_footer": True},
    ),
)
