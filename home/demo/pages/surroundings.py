"""Surroundings: waste, building, roadworks, greenery, water."""

from home.demo.blocks import (
    accordion,
    bullets,
    callout,
    contact,
    figure,
    heading,
    key_figures,
    links,
    paragraph,
    place,
    steps,
    table,
    timetable,
    to,
    video,
)
from home.demo.page import IN_MENU, DemoPage
from home.models import StandardPage

SECTION = "cadre-de-vie"


def _section() -> list[dict]:
    return [
        figure(
            "parc",
            alternative="Un étang et trois canards au milieu d’un parc, un banc et des arbres aux couleurs d’automne.",
        ),
        paragraph(
            "Une rue propre, une eau saine, des arbres, des travaux annoncés à temps : le quotidien de la ville "
            "tient à ces détails. Un lampadaire en panne, un dépôt sauvage ? Dites-le aux services techniques, au 01 "
            f"99 00 12 42, ou {to('contact', 'écrivez-nous')}."
        ),
    ]


def _waste() -> list[dict]:
    return [
        heading("Jours de collecte"),
        paragraph("Sortez les bacs la veille au soir, après 19 h, et rentrez-les dans la journée."),
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
        callout(
            "Jours fériés : la collecte du vendredi 25 décembre 2026 passe au samedi 26, celle du vendredi "
            "1<sup>er</sup> janvier 2027 au samedi 2.",
            kind="attention",
        ),
        heading("Trier en une minute"),
        figure(
            "tri",
            alternative="Trois bacs devant un mur de brique : gris pour les ordures, jaune pour les emballages, vert "
            "pour le verre.",
            caption="De gauche à droite : ordures ménagères, emballages et papiers, verre.",
        ),
        video(
            "Trier ses déchets à Merlonges",
            "tri-des-dechets.webm",
            "tri-des-dechets.vtt",
            "Un dessin montre trois bacs. Chaque bac s’éclaire quand la voix le nomme.",
            "Voix : « À Merlonges, on trie en trois gestes. »",
            "Voix, le bac jaune s’éclaire : « Dans le bac jaune, tous les emballages et les papiers, bien vidés. »",
            "Voix, le bac vert s’éclaire : « Dans le bac vert, les bouteilles et les bocaux en verre. »",
            "Voix, le bac gris s’éclaire : « Et dans le bac gris, ce qui reste. »",
            "Les trois bacs sont éclairés. Voix : « Un doute ? Appelez le 01 99 00 12 47. »",
        ),
        accordion(
            ("Pot de yaourt, barquette, film plastique ?", "Bac jaune. Vidés suffit : inutile de les laver."),
            ("Vaisselle cassée, miroir, ampoule ?", "Jamais avec le verre : à la déchèterie."),
            ("Épluchures, marc de café ?", "Au composteur. La ville en donne un à qui suit une heure de formation."),
            ("Piles, médicaments ?", "Les piles à l’accueil de la mairie, les médicaments à la pharmacie."),
        ),
        heading("Déchèterie"),
        place(
            "Déchèterie du Val",
            "Zone d’activités du Val\n8 rue des Tanneurs\n99999 Merlonges",
            "Gratuite pour les habitants, avec la carte remise sur place. Une aide au déchargement est proposée à "
            "qui la demande à l’entrée.",
        ),
        timetable(
            "Horaires de la déchèterie",
            {"monday tuesday wednesday thursday friday saturday": "09:00-12:00 14:00-18:00"},
        ),
        links(
            "Pour aller plus loin",
            ("Que faire de mes déchets ? Le guide de l’Ademe", "https://quefairedemesdechets.ademe.fr/"),
        ),
    ]


def _planning() -> list[dict]:
    return [
        paragraph(
            "Avant de construire, d’agrandir ou de changer une façade, demandez-nous : un quart d’heure avec le "
            "service Urbanisme évite bien des mois de retard."
        ),
        heading("Quelle autorisation pour quel projet"),
        table(
            "Autorisations selon les travaux",
            [
                ["Projet", "Autorisation", "Délai de réponse"],
                ["Clôture, volets, ravalement, panneaux solaires", "Déclaration préalable", "1 mois"],
                ["Abri de jardin de 5 à 20 m²", "Déclaration préalable", "1 mois"],
                ["Extension de plus de 20 m² (40 m² en zone urbaine)", "Permis de construire", "2 mois"],
                ["Maison individuelle", "Permis de construire", "2 mois"],
                ["Démolition dans le centre ancien", "Permis de démolir", "2 mois"],
            ],
            headers="both",
        ),
        callout(
            "Dans le centre ancien, autour de la halle et du lavoir, l’architecte des bâtiments de France donne son "
            "avis : ajoutez un mois à ces délais."
        ),
        heading("Déposer un dossier"),
        steps(
            (
                "Consulter le plan local d’urbanisme",
                "Il dit ce qui est permis sur chaque parcelle. Il se lit en mairie ou en ligne.",
            ),
            ("Faire relire le dossier", "Sur rendez-vous, le jeudi matin. L’architecte-conseil est gratuit."),
            ("Le déposer", "En ligne ou au guichet. Un récépissé donne la date à laquelle vous aurez une réponse."),
            ("Afficher l’autorisation", "Un panneau visible de la rue, dès l’accord et pendant tous les travaux."),
        ),
        heading("Enquête publique en cours"),
        paragraph(
            "Le plan local d’urbanisme est modifié pour protéger les jardins des bords de Lonze. Le dossier est "
            "consultable en mairie jusqu’au 18 décembre 2026 ; la commissaire enquêtrice reçoit les samedis "
            "5 et 12 décembre, de 9 h à 12 h."
        ),
        contact(
            "Service Urbanisme",
            phone="01 99 00 12 43",
            email="urbanisme@merlonges.example",
            hours="Du mardi au vendredi, de 8 h 30 à 12 h, sur rendez-vous l’après-midi",
            level=2,
        ),
    ]


def _works() -> list[dict]:
    return [
        figure(
            "chantier",
            alternative="Une pelleteuse jaune creuse une tranchée dans la rue, derrière des barrières rouges et "
            "blanches.",
            caption="Rue du Lavoir : le nouveau réseau d’eau se pose par tronçons de cinquante mètres.",
        ),
        heading("Chantiers de l’hiver"),
        table(
            "Travaux en cours et à venir",
            [
                ["Lieu", "Ce qui se fait", "Dates", "Circulation"],
                [
                    "Rue du Lavoir",
                    "Réseau d’eau, trottoirs élargis",
                    "2 novembre 2026 – 29 janvier 2027",
                    "Sens unique",
                ],
                ["Pont de pierre", "Réparation des parapets", "11 – 22 janvier 2027", "Fermé aux voitures"],
                ["Rue des Saules", "Piste cyclable", "8 février – 30 avril 2027", "Alternée par feux"],
                ["École du Lavoir", "Isolation, ascenseur", "Février 2027 – août 2028", "Inchangée"],
            ],
            headers="both",
        ),
        heading("À pied pendant les travaux"),
        paragraph(
            "Un passage d’au moins 1,40 m reste libre, sans marche, avec des rampes là où il faut. S’il est encombré, "
            "appelez l’astreinte, au 01 99 00 12 99 : nous venons le dégager."
        ),
        heading("Commerces ouverts"),
        paragraph(
            "Tous les commerces de la rue du Lavoir restent ouverts. Les livraisons se font avant 10 h, place de la "
            "Halle, et un diable est prêté par la mairie."
        ),
        links("Voir aussi", ("Les déviations des bus", "bus"), ("Le budget des travaux", "budget")),
    ]


def _greenery() -> list[dict]:
    return [
        key_figures(
            ("23", "ha", "de parcs, de jardins et de berges", "Services techniques, 2026"),
            ("2140", "", "arbres dans les rues et les parcs", "Inventaire des arbres, printemps 2026"),
            ("0", "", "pesticide depuis dix ans", "Services techniques, 2026"),
        ),
        heading("Le parc des Saules"),
        paragraph(
            "Autour de l’étang, une boucle de 1,2 km en sol dur convient aux fauteuils et aux poussettes, avec un banc "
            "tous les cent mètres. L’aire de jeux a une balançoire-nacelle et des panneaux en pictogrammes."
        ),
        timetable(
            "Ouverture du parc des Saules de novembre à mars",
            {"monday tuesday wednesday thursday friday saturday sunday": "08:00-18:00"},
            "D’avril à octobre, fermeture à 21 h.",
        ),
        heading("Les jardins familiaux"),
        figure(
            "jardin",
            alternative="Des carrés potagers surélevés, choux et tomates, une cabane de bois et deux jardiniers.",
            caption="Les jardins du Pré-Long : quarante parcelles, dont six bacs à hauteur de fauteuil.",
        ),
        paragraph(
            "Les parcelles se louent 30 € par an, eau comprise. L’attente est d’environ un an ; les bacs surélevés "
            "sont attribués en priorité aux personnes handicapées. La demande se fait auprès du "
            f"{to('action-sociale', 'CCAS')}."
        ),
        heading("Planter avec nous"),
        paragraph(
            bullets(
                "<b>Un arbre, une naissance :</b> chaque automne, les parents plantent le fruitier de leur enfant.",
                "<b>Le permis de végétaliser :</b> fleurissez le pied d’un arbre ou de votre mur, la ville creuse et "
                "fournit.",
                "<b>La bourse aux graines :</b> le premier samedi de mars, à la médiathèque.",
            )
        ),
    ]


def _water() -> list[dict]:
    return [
        heading("La qualité de l’eau"),
        paragraph(
            "L’eau du robinet vient de deux sources, au-dessus des Hauts de Merlonges. L’agence régionale de santé "
            "l’analyse chaque mois : tous les contrôles de 2026 sont conformes."
        ),
        table(
            "Analyse du 5 octobre 2026, réservoir des Hauts",
            [
                ["Élément", "Mesure", "Limite"],
                ["Nitrates", "11 mg par litre", "50 mg par litre"],
                ["Calcaire", "18 °f (eau peu dure)", "Sans limite"],
                ["Pesticides, total", "Moins de 0,02 µg par litre", "0,5 µg par litre"],
                ["Bactéries", "Aucune", "Aucune"],
            ],
            headers="both",
        ),
        heading("Le prix"),
        paragraph(
            "Pour une famille qui consomme 120 m³ par an, l’eau et l’assainissement coûtent 3,84 € le mètre cube en "
            "2026. Les quinze premiers mètres cubes sont à moitié prix."
        ),
        heading("Vous emménagez, vous partez"),
        steps(
            ("Relever le compteur", "Une photo suffit."),
            ("Prévenir le service de l’eau", "Une semaine avant, par téléphone ou par courriel."),
            ("Recevoir la facture", "Elle arrive deux fois par an, en gros caractères si vous le demandez."),
        ),
        callout(
            "Une fuite chez vous ? Fermez le robinet d’arrêt, puis appelez le 01 99 00 12 99. Une facture anormale "
            "due à une fuite cachée peut être réduite."
        ),
        contact(
            "Service de l’eau",
            phone="01 99 00 12 48",
            email="eau@merlonges.example",
            hours="Du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 16 h 30",
            level=2,
        ),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        SECTION,
        "Cadre de vie",
        "Déchets, urbanisme, travaux, espaces verts, eau.",
        _section,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "dechets",
        "Déchets et propreté",
        "Les jours de collecte dans votre quartier, le tri, la déchèterie.",
        _waste,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "urbanisme",
        "Construire et rénover",
        "Quelle autorisation demander, comment, et en combien de temps.",
        _planning,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "travaux",
        "Travaux en cours",
        "Les chantiers de l’hiver, rue par rue, et comment circuler.",
        _works,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "espaces-verts",
        "Parcs et jardins",
        "Où se promener, où jardiner, et comment planter un arbre.",
        _greenery,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "eau",
        "L’eau",
        "Sa qualité, son prix, et que faire en cas de fuite.",
        _water,
        parent=SECTION,
    ),
)
