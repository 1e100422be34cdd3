"""Town life: the town hall, the councillors, the council and what it decides."""

from home.demo.blocks import (
    accordion,
    callout,
    contact,
    documents,
    figure,
    heading,
    links,
    paragraph,
    place,
    quotation,
    steps,
    table,
    timetable,
    to,
)
from home.demo.page import IN_MENU, DemoPage
from home.models import StandardPage

SECTION = "vie-municipale"


def _section() -> list[dict]:
    return [
        quotation(
            "Une mairie, c’est d’abord une porte ouverte. Poussez-la : il y aura toujours quelqu’un pour vous "
            "répondre.",
            author="Odile Marchenoir, maire de Merlonges",
        ),
        paragraph(
            "La ville est administrée par un conseil municipal de vingt-neuf élus, choisis en mars 2026 pour six ans. "
            "Cent trente-deux agents mettent en œuvre ses décisions, de l’école à la voirie."
        ),
    ]


def _town_hall() -> list[dict]:
    return [
        figure(
            "mairie",
            alternative="Une façade claire à deux étages, une horloge sous le toit de tuiles et un drapeau tricolore.",
            caption="L’hôtel de ville, construit en 1887, entièrement accessible depuis 2019.",
        ),
        heading("Quand venir"),
        timetable(
            "Horaires d’ouverture de la mairie",
            {
                "monday": "13:30-17:30",
                "tuesday wednesday": "08:30-12:00 13:30-17:30",
                "thursday": "08:30-12:00 13:30-19:00",
                "friday": "08:30-12:00 13:30-16:30",
                "saturday": "09:00-12:00",
            },
            "Le moment le plus calme est le mercredi matin. Fermé les jours fériés et le 24 décembre après-midi.",
        ),
        heading("Comment venir"),
        place(
            "Mairie de Merlonges",
            "1 place des Tilleuls\n99999 Merlonges",
            "Bus 1 et 3, arrêt Mairie. Une place de stationnement réservée rue du Lavoir, à vingt mètres.",
            "L’entrée est de plain-pied et la porte s’ouvre toute seule. Le guichet a une boucle magnétique et une "
            "tablette abaissée ; un ascenseur dessert les étages. Les chiens guides sont les bienvenus.",
        ),
        heading("Si vous ne pouvez pas vous déplacer"),
        paragraph(
            "Une agente se rend chez les personnes qui ne peuvent pas sortir, pour une carte d’identité, une "
            "procuration ou un dossier d’aide. Le service est gratuit : appelez le 01 99 00 12 34.",
            "Les personnes sourdes ou malentendantes peuvent demander un rendez-vous avec un interprète en langue des "
            "signes, une semaine à l’avance, à l’adresse accueil@merlonges.example.",
        ),
        contact(
            "Accueil de la mairie",
            phone="01 99 00 12 34",
            email="accueil@merlonges.example",
            address="1 place des Tilleuls\n99999 Merlonges",
            level=2,
        ),
    ]


def _councillors() -> list[dict]:
    return [
        heading("La maire et ses adjoints"),
        paragraph(
            "La maire et les huit adjoints forment l’équipe qui prépare et suit les décisions. Chacun reçoit sur "
            "rendez-vous, pris auprès du secrétariat des élus."
        ),
        table(
            "La maire et les adjoints",
            [
                ["Élu", "Chargé de", "Permanence"],
                ["Odile Marchenoir, maire", "Affaires générales, sécurité", "Vendredi, 10 h – 12 h"],
                ["Bastien Courvallon", "Finances, marchés publics", "Lundi, 17 h – 18 h"],
                ["Nadia Roquebelle", "Écoles, petite enfance", "Mercredi, 9 h – 11 h"],
                ["Paul Estrangin", "Travaux, eau, bâtiments", "Jeudi, 17 h 30 – 19 h"],
                ["Aïcha Montferrand-Dol", "Solidarités, aînés, handicap", "Mardi, 14 h – 16 h"],
                ["Luc Vaugelade", "Urbanisme, logement", "Jeudi, 9 h – 11 h"],
                ["Jeanne Tournesac", "Culture, patrimoine", "Samedi, 10 h – 12 h"],
                ["Rachid Bellecombe", "Sports, associations", "Mardi, 18 h – 19 h"],
                ["Solène Kerdavid", "Transports, vélo, climat", "Vendredi, 16 h – 17 h"],
            ],
            headers="both",
        ),
        heading("Les conseillers municipaux"),
        accordion(
            (
                "Groupe « Merlonges ensemble » (majorité), 22 élus",
                "Outre la maire et les adjoints : Anouk Perrichon, Farid Lamazière, Colette Audiberty, Théo Sabournin, "
                "Maïwenn Le Dantois, Gilles Fontvert, Inaya Chassagnol, Hugues Montclar, Rosa Almeirande, Victor "
                "Pradines, Estelle Combaroux, Denis Rivallain et Yasmine Tafrout.",
            ),
            (
                "Groupe « Une ville pour demain » (opposition), 7 élus",
                "Marc Delaforge, Hélène Saint-Ybard, Kevin Rocamadour-Blin, Irène Tastevin, Omar Belkassem-Roy, "
                "Sylvie Nouaillac et Adrien Peyrefort.",
            ),
        ),
        heading("Prendre rendez-vous"),
        contact(
            "Secrétariat des élus",
            phone="01 99 00 12 36",
            email="elus@merlonges.example",
            hours="Du lundi au vendredi, de 9 h à 12 h",
        ),
        callout(
            "Les indemnités des élus et la liste de leurs autres mandats sont publiées chaque année avec le "
            f"{to('budget', 'budget de la ville')}."
        ),
    ]


def _council() -> list[dict]:
    return [
        heading("Prochaines séances"),
        paragraph(
            "Le conseil se réunit le deuxième jeudi du mois, à 19 h 30, dans la salle des mariages. L’ordre du jour "
            "est affiché en mairie et publié ici cinq jours avant."
        ),
        table(
            "Séances du conseil municipal jusqu’à l’été 2027",
            [
                ["Date", "Principaux sujets"],
                ["Jeudi 10 décembre 2026", "Vote du budget 2027, tarifs municipaux"],
                ["Jeudi 14 janvier 2027", "Rénovation de l’école du Lavoir, plan vélo"],
                ["Jeudi 11 février 2027", "Subventions aux associations"],
                ["Jeudi 11 mars 2027", "Comptes de l’année 2026"],
                ["Jeudi 8 avril 2027", "Aménagement des bords de Lonze"],
                ["Jeudi 13 mai 2027", "Rentrée scolaire, personnel"],
                ["Jeudi 10 juin 2027", "Programmation culturelle"],
            ],
            headers="both",
        ),
        heading("Assister à une séance"),
        paragraph(
            "Les séances sont publiques : il suffit d’entrer. La salle est accessible en fauteuil roulant, et une "
            "boucle magnétique la couvre entièrement. Les débats sont enregistrés et transcrits."
        ),
        heading("Poser une question"),
        steps(
            ("Écrire votre question", "En mairie ou par courriel, avant le mardi qui précède la séance."),
            ("La poser vous-même, ou la faire lire", "Une demi-heure est réservée aux habitants en fin de séance."),
            ("Recevoir la réponse", "Elle est donnée sur place, puis écrite dans le compte rendu."),
        ),
        links(
            "Pour aller plus loin",
            ("Lire les délibérations et les comptes rendus", "deliberations"),
            ("Connaître les élus et leurs permanences", "elus"),
        ),
    ]


def _decisions() -> list[dict]:
    return [
        paragraph(
            "Une délibération est une décision votée par le conseil. Toutes sont affichées en mairie dans la semaine "
            "qui suit la séance, et publiées ici. Vous pouvez en demander une copie sous une autre forme : grands "
            "caractères, braille, lecture par téléphone."
        ),
        heading("Séance du 8 octobre 2026"),
        table(
            "Délibérations du 8 octobre 2026",
            [
                ["Numéro", "Objet", "Pour", "Contre", "Abstentions"],
                ["2026-71", "Achat d’une parcelle au bord de la Lonze", "29", "0", "0"],
                ["2026-72", "Règlement de la cantine", "27", "0", "2"],
                ["2026-73", "Marché de rénovation de l’école du Lavoir", "22", "4", "3"],
                ["2026-74", "Gratuité du bus le samedi", "25", "0", "4"],
                ["2026-75", "Éclairage public éteint de minuit à 5 h", "20", "7", "2"],
            ],
            headers="both",
        ),
        documents(("conseil-2026-10-08.pdf", "Compte rendu de la séance du 8 octobre 2026", "")),
        heading("Contester une décision"),
        paragraph(
            "Vous avez deux mois à partir de l’affichage pour écrire à la maire (recours gracieux) ou saisir le "
            "tribunal administratif. L’accueil de la mairie vous explique comment faire."
        ),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        SECTION,
        "Vie municipale",
        "Vos élus, leurs décisions, l’argent de la ville et les services qui vous reçoivent.",
        _section,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "mairie",
        "La mairie",
        "Horaires, accès, et tout ce qui aide à être bien reçu.",
        _town_hall,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "elus",
        "Vos élus",
        "Vingt-neuf élus, ce dont chacun s’occupe et quand les rencontrer.",
        _councillors,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "conseil-municipal",
        "Le conseil municipal",
        "Les dates des séances, et comment y prendre la parole.",
        _council,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "deliberations",
        "Délibérations et comptes rendus",
        "Ce que le conseil a voté, avec le détail des voix.",
        _decisions,
        parent=SECTION,
    ),
)
