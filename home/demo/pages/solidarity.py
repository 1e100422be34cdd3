"""Solidarity: social aid, elders, disability, housing."""

from home.demo.blocks import (
    accordion,
    audio,
    bullets,
    callout,
    contact,
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

SECTION = "solidarites"


def _section() -> list[dict]:
    return [
        paragraph(
            "Une facture trop lourde, un parent qui ne peut plus rester seul, un logement à trouver : le centre "
            "communal d’action sociale (CCAS) vous reçoit, vous écoute et cherche avec vous. Tout ce que vous dites "
            "reste entre vous et la personne qui vous reçoit."
        ),
        callout(
            "<b>Besoin d’aide tout de suite ?</b> Hébergement d’urgence : 115. Enfance en danger : 119. Violences "
            "dans le couple : 3919. Ces appels sont gratuits, jour et nuit.",
            kind="attention",
        ),
    ]


def _social_aid() -> list[dict]:
    return [
        heading("Ce que le CCAS peut faire"),
        accordion(
            (
                "Aider à payer une facture",
                "Énergie, eau, loyer, cantine : une aide ponctuelle, donnée ou avancée, après un rendez-vous. La "
                "réponse vient en dix jours, en deux jours si l’on menace de couper.",
            ),
            (
                "Ouvrir vos droits",
                "Un quart d’heure suffit pour vérifier à quoi vous avez droit : prime d’activité, complémentaire "
                "santé, allocation logement, tarif solidaire du bus.",
            ),
            (
                "Vous domicilier",
                "Sans adresse stable, vous pouvez recevoir votre courrier au CCAS, et garder ainsi vos droits.",
            ),
            (
                "Aider à manger",
                "L’Épicerie des Tilleuls vend à 10 % du prix. Un colis d’urgence est remis le jour même.",
            ),
        ),
        heading("Demander une aide"),
        steps(
            ("Prendre rendez-vous", "Par téléphone ou à l’accueil. Sans rendez-vous le lundi matin."),
            (
                "Venir avec ce que vous avez",
                "Pièce d’identité, ressources et charges des trois derniers mois. S’il manque un papier, venez quand "
                "même.",
            ),
            ("Recevoir la décision", "Par courrier, ou par téléphone si vous préférez. Elle est toujours expliquée."),
        ),
        timetable(
            "Horaires du CCAS",
            {
                "monday tuesday thursday": "09:00-12:00 13:30-17:00",
                "wednesday friday": "09:00-12:00",
            },
        ),
        place(
            "Centre communal d’action sociale",
            "5 rue du Lavoir\n99999 Merlonges",
            "Bus 1 et 3, arrêt Mairie. Rampe à gauche de l’entrée, sonnette à hauteur de fauteuil. Bureaux fermés, "
            "pour parler en confiance.",
            level=2,
        ),
        contact("Joindre le CCAS", phone="01 99 00 12 80", email="ccas@merlonges.example", level=2),
    ]


def _elders() -> list[dict]:
    return [
        heading("Rester chez soi"),
        table(
            "Services à domicile",
            [
                ["Service", "Ce qu’il fait", "Prix"],
                ["Aide à domicile", "Ménage, courses, toilette", "Selon revenus, à partir de 2,10 € l’heure"],
                ["Portage de repas", "Déjeuner et potage, tous les jours", "De 4,80 à 9,20 €"],
                ["Téléassistance", "Un médaillon, une réponse jour et nuit", "14 € par mois"],
                ["Petits travaux", "Ampoule, barre d’appui, étagère", "Gratuit deux fois par an"],
            ],
            headers="both",
        ),
        heading("Le message d’accueil, à écouter"),
        audio(
            "Message d’accueil de la mairie",
            "message-accueil.mp3",
            "Une voix : « Bonjour, vous êtes bien à la mairie de Merlonges. Pour parler à quelqu’un, restez en ligne "
            ": nous répondons en moins de deux minutes. Pour le centre communal d’action sociale, faites le un. Pour "
            "une urgence sur la voie publique, faites le neuf. »",
        ),
        heading("Le registre des personnes fragiles"),
        paragraph(
            "En cas de canicule, de grand froid ou de coupure d’eau, la ville appelle chaque jour celles et ceux qui "
            "se sont inscrits. L’inscription est gratuite ; un proche ou un médecin peut la demander, avec votre "
            "accord."
        ),
        heading("Sortir, apprendre, rencontrer"),
        paragraph(
            bullets(
                "<b>Le café du mardi</b>, à 14 h 30, maison des Hauts : jeux, tricot, bavardage.",
                "<b>Les ateliers équilibre</b>, douze séances pour ne plus avoir peur de tomber.",
                f"<b>Le coup de pouce numérique</b>, à {to('mediatheque', 'la médiathèque')}.",
                "<b>Le repas de fin d’année</b>, dimanche 13 décembre 2026, salle des Tisserands : inscription avant "
                "le 30 novembre.",
            )
        ),
        heading("La résidence des Glycines"),
        paragraph(
            "Trente-six appartements pour les plus de soixante ans qui vont bien mais ne veulent plus vivre seuls. "
            "De 620 à 780 € par mois, charges comprises, avec l’aide au logement en déduction."
        ),
        contact(
            "Service des aînés",
            phone="01 99 00 12 80",
            email="aines@merlonges.example",
            hours="Du lundi au vendredi, de 9 h à 12 h",
            level=2,
        ),
    ]


def _disability() -> list[dict]:
    return [
        quotation(
            "On ne nous demande pas seulement notre avis une fois que c’est construit. On nous donne le plan avant.",
            author="Mounia, membre de la commission accessibilité",
        ),
        heading("Vos interlocuteurs"),
        paragraph(
            "La mission Handicap aide à remplir un dossier pour la maison départementale des personnes handicapées, "
            "oriente vers les associations et suit l’accessibilité des bâtiments. Elle reçoit en langue des signes "
            "le jeudi matin."
        ),
        contact(
            "Mission Handicap",
            role="Samir Ferrand, référent accessibilité",
            phone="01 99 00 12 81",
            email="handicap@merlonges.example",
            hours="Du lundi au jeudi, de 9 h à 12 h",
        ),
        heading("Dans chaque service"),
        table(
            "Ce que la ville propose",
            [
                ["Vous voulez", "Ce qui existe", "En savoir plus auprès de"],
                ["Scolariser un enfant", "Unité pour enfants autistes, repas adaptés", "Service Éducation"],
                ["Vous déplacer", "Minibus à la demande, places réservées", "Réseau de bus"],
                ["Faire du sport", "Quatre clubs, matériel prêté", "Gymnase du Pré-Long"],
                ["Lire, écouter, voir", "Livres audio, séances audiodécrites", "Médiathèque"],
                ["Voter", "Isoloir large, loupe, aide de votre choix", "Service Élections"],
            ],
            headers="both",
        ),
        heading("Bâtiments publics"),
        paragraph(
            "Vingt-deux bâtiments sur vingt-six sont accessibles. Le registre de chacun se lit à son accueil. "
            "Restent l’école du Lavoir (ascenseur en 2028), la tour des Merles, les vestiaires du tennis et le local "
            "de la fanfare."
        ),
        links(
            "Sur ce site",
            ("Des rues pour tous : le plan d’accessibilité", "voirie-accessible"),
            ("Accessibilité de ce site", "accessibilite"),
            ("Mon parcours handicap, le site public", "https://www.monparcourshandicap.gouv.fr/"),
        ),
    ]


def _housing() -> list[dict]:
    return [
        heading("Demander un logement social"),
        steps(
            ("Déposer la demande", "Une seule, en ligne ou au CCAS. Elle vaut pour toutes les communes choisies."),
            ("Garder le numéro unique", "Il prouve la date de votre demande."),
            ("La renouveler chaque année", "Un courrier ou un SMS vous le rappelle. Sans réponse, elle est annulée."),
        ),
        paragraph(
            "Merlonges compte 612 logements sociaux, et une soixantaine se libèrent chaque année. L’attente est de "
            "dix-huit mois en moyenne, un peu moins pour les petits appartements."
        ),
        heading("Mieux se chauffer"),
        table(
            "Aides à la rénovation",
            [
                ["Travaux", "Aide de l’État", "Aide de la ville"],
                ["Isolation des combles", "Jusqu’à 75 % du montant", "300 €"],
                ["Changement de fenêtres", "De 40 à 100 € par fenêtre", "Sans aide"],
                ["Pompe à chaleur", "De 3 000 à 5 000 €", "500 €"],
                ["Douche de plain-pied, monte-escalier", "De 50 à 70 % du montant", "400 €"],
            ],
            headers="both",
        ),
        paragraph(
            "Une conseillère indépendante vous reçoit le deuxième mercredi du mois, en mairie, sans rien vous vendre. "
            f"Avant de changer des fenêtres, pensez à {to('urbanisme', 'la déclaration préalable')}."
        ),
        callout(
            "La ville ne démarche jamais par téléphone. Si quelqu’un vous appelle « de la part de la mairie » pour "
            "isoler votre maison, raccrochez.",
            kind="attention",
        ),
        heading("Un logement en mauvais état"),
        paragraph(
            "Humidité, chauffage absent, installation dangereuse : signalez-le au service Hygiène, au 01 99 00 12 "
            "50. Un inspecteur vient sous quinze jours. Vous gardez tous vos droits de locataire."
        ),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        SECTION,
        "Solidarités",
        "Être aidé, vieillir chez soi, vivre avec un handicap, se loger.",
        _section,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "action-sociale",
        "Le CCAS",
        "Le centre communal d’action sociale : aides, droits, accueil.",
        _social_aid,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "aines",
        "Les aînés",
        "Rester chez soi, sortir, être entouré.",
        _elders,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "handicap",
        "Vivre avec un handicap",
        "Vos interlocuteurs, et ce que chaque service propose.",
        _disability,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "logement",
        "Se loger",
        "Logement social, aides à la rénovation, logement en mauvais état.",
        _housing,
        parent=SECTION,
    ),
)
