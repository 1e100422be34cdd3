"""Culture, sport and leisure."""

from home.demo.blocks import (
    accordion,
    bullets,
    callout,
    contact,
    figure,
    gallery,
    heading,
    key_figures,
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

SECTION = "culture-et-loisirs"


def _section() -> list[dict]:
    return [
        figure(
            "marche",
            alternative="Trois étals aux auvents rayés, garnis de fruits, entre deux arbres.",
            caption="Le marché des producteurs, chaque samedi matin place des Tilleuls.",
        ),
        paragraph(
            "La ville soutient soixante-quatorze associations, prête ses salles pour les fêtes de quartier et garde "
            "ses équipements ouverts à tous les âges."
        ),
    ]


def _library() -> list[dict]:
    return [
        figure("mediatheque"),
        heading("S’inscrire"),
        paragraph(
            "L’inscription est <b>gratuite</b> pour tous les habitants. Elle permet d’emprunter dix documents pour "
            "quatre semaines. Entrer, lire, se chauffer, se connecter : tout cela se fait sans carte."
        ),
        timetable(
            "Horaires de la médiathèque",
            {
                "tuesday": "14:00-18:00",
                "wednesday": "10:00-12:00 14:00-18:00",
                "friday": "14:00-19:00",
                "saturday": "10:00-17:00",
            },
            "La boîte de retour, à droite de l’entrée, est ouverte jour et nuit.",
        ),
        heading("Lire autrement"),
        paragraph(
            bullets(
                "Deux mille livres en grands caractères et livres audio",
                "Un lecteur DAISY et une loupe électronique, prêtés à domicile",
                "Le portage : tous les quinze jours, une bibliothécaire apporte des livres à ceux qui ne sortent pas",
                "Des livres tactiles et des albums signés pour les enfants",
            )
        ),
        heading("Rendez-vous"),
        table(
            "Rendez-vous réguliers",
            [
                ["Rendez-vous", "Quand", "Pour qui"],
                ["Bébés lecteurs", "Premier samedi du mois, 10 h 30", "Moins de 3 ans"],
                ["Heure du conte, signée une fois sur deux", "Mercredi, 16 h", "De 4 à 8 ans"],
                ["Café des lecteurs", "Dernier vendredi du mois, 17 h 30", "Adultes"],
                ["Aide au numérique", "Mardi, 14 h – 16 h", "Tous, sans rendez-vous"],
            ],
            headers="both",
        ),
        place(
            "Médiathèque des Tilleuls",
            "12 rue des Tilleuls\n99999 Merlonges",
            "Bus 1, arrêt Tilleuls. L’entrée de plain-pied est côté jardin ; l’ascenseur annonce les étages.",
            level=2,
        ),
    ]


def _associations() -> list[dict]:
    return [
        key_figures(
            ("74", "", "associations actives", "Maison des associations, 2026"),
            ("3100", "", "adhérents, plus d’un habitant sur trois", "Maison des associations, 2026"),
            ("186000", "€", "de subventions versées en 2026", "Budget de la ville"),
        ),
        heading("Trouver une activité"),
        accordion(
            (
                "Sport",
                bullets(
                    "Athlétisme du Pré-Long : enfants, adultes, handisport",
                    "Football club de la Lonze, équipes féminines et masculines",
                    "Les Randonneurs du dimanche, dont une sortie en joëlette par mois",
                    "Gym douce des Hauts",
                ),
            ),
            (
                "Musique, danse, théâtre",
                bullets(
                    "La fanfare des Merles",
                    "Chorale À tue-tête, ouverte à ceux qui chantent faux",
                    "Théâtre de la Halle, avec souffleurs d’images pour les spectateurs aveugles",
                ),
            ),
            (
                "Entraide",
                bullets(
                    "L’Épicerie des Tilleuls, aide alimentaire",
                    "Les Bricoleurs du jeudi : on répare au lieu de jeter",
                    "Mots et Merles : cours de français, tous niveaux",
                ),
            ),
            (
                "Nature et patrimoine",
                bullets("Les Amis du lavoir", "Abeilles et compagnie", "Les jardins du Pré-Long"),
            ),
        ),
        heading("Créer une association"),
        steps(
            ("Rédiger les statuts", "Un modèle et une relecture vous attendent à la maison des associations."),
            ("La déclarer", "En ligne, sur Service-Public.fr. C’est gratuit."),
            ("La faire connaître", "Inscrivez-la à l’annuaire municipal et au forum de septembre."),
        ),
        heading("Demander une subvention"),
        paragraph(
            "Les dossiers pour 2027 se déposent jusqu’au 15 janvier 2027. Une permanence aide à les remplir, le mardi, "
            "de 17 h à 19 h."
        ),
        contact(
            "Maison des associations",
            phone="01 99 00 12 64",
            email="associations@merlonges.example",
            address="5 rue des Tisserands\n99999 Merlonges",
            level=2,
        ),
    ]


def _facilities() -> list[dict]:
    return [
        figure(
            "stade",
            alternative="Un terrain de football entouré d’une piste rouge ; quatre joueurs, deux spectateurs, des "
            "peupliers.",
            caption="Le stade des Saules : six couloirs, une piste ouverte à tous.",
        ),
        heading("Où faire du sport"),
        table(
            "Équipements sportifs",
            [
                ["Équipement", "Quartier", "Accès libre", "Accessibilité"],
                ["Stade des Saules", "Le Pré-Long", "Tous les jours, 8 h – 18 h", "Tribune, vestiaires et piste"],
                [
                    "Gymnase du Pré-Long",
                    "Le Pré-Long",
                    "Dimanche, 14 h – 17 h",
                    "Entrée, vestiaires, fauteuils de sport",
                ],
                ["Piscine du Val", "Bords de Lonze", "Tous les jours, à certaines heures", "Fauteuil de mise à l’eau"],
                ["Courts de tennis", "Les Hauts", "Sur réservation", "Deux courts sur quatre"],
                ["Terrain multisport", "Centre ancien", "Tous les jours", "De plain-pied"],
                ["Boulodrome", "Centre ancien", "Tous les jours", "De plain-pied, bancs"],
            ],
            headers="both",
        ),
        heading("Sport et handicap"),
        quotation(
            "J’ai commencé le basket fauteuil à cinquante ans. On m’a prêté le fauteuil, on ne m’a pas fait de cadeau "
            "sur le terrain.",
            author="Gérard, adhérent du club du Pré-Long",
        ),
        paragraph(
            "Quatre clubs ont une section ouverte aux personnes handicapées. Le premier mois est gratuit, et "
            f"{to('bus', 'le minibus à la demande')} va jusqu’à la porte du gymnase."
        ),
    ]


def _rooms() -> list[dict]:
    return [
        heading("Les salles"),
        table(
            "Salles à louer et prix pour une journée",
            [
                ["Salle", "Personnes", "Habitants", "Extérieurs"],
                ["Salle des Tisserands", "200", "180 €", "340 €"],
                ["Salle du Pré-Long", "80", "90 €", "170 €"],
                ["Maison des Hauts", "40", "50 €", "95 €"],
            ],
            headers="both",
        ),
        paragraph(
            "Prêt gratuit aux associations de la ville, deux fois par an, et aux fêtes de quartier. Les trois salles "
            "sont de plain-pied, avec toilettes adaptées ; celle des Tisserands a une boucle magnétique."
        ),
        heading("Réserver"),
        steps(
            ("Vérifier la date", "Par téléphone, au 01 99 00 12 64. Une option se pose pour dix jours."),
            ("Signer le contrat", "Avec une attestation d’assurance et un chèque de caution de 300 €."),
            ("Prendre les clés", "La veille, à 17 h, après un état des lieux ensemble."),
        ),
        callout("La musique s’arrête à 1 h : les voisins vous remercient.", kind="attention"),
    ]


def _market() -> list[dict]:
    return [
        figure(
            "halle",
            alternative="Une halle de bois à grand toit d’ardoise ; quatre personnes s’y abritent.",
            caption="La halle de 1612 abrite les producteurs les jours de pluie.",
        ),
        heading("Les jours de marché"),
        table(
            "Marchés de Merlonges",
            [
                ["Marché", "Jour et heure", "Lieu"],
                ["Producteurs", "Samedi, 8 h – 13 h", "Place des Tilleuls"],
                ["Petit marché", "Mercredi, 15 h 30 – 19 h", "Place du Pré-Long"],
                ["Brocante", "Premier dimanche du mois, 7 h – 17 h", "Sous la halle"],
            ],
            headers="both",
        ),
        paragraph(
            "Quarante-deux étals le samedi, dont vingt-trois tenus par ceux qui cultivent ou élèvent. L’allée "
            "centrale fait trois mètres : on y passe à deux fauteuils. Un porteur de cabas attend devant la "
            "fontaine, sa course est gratuite."
        ),
        heading("Le marché de Noël"),
        figure(
            "noel",
            alternative="De nuit, trois chalets éclairés sous la neige, des guirlandes tendues entre les maisons, "
            "quatre promeneurs.",
            caption="Du 11 au 20 décembre 2026, de 10 h à 20 h.",
        ),
        paragraph(
            "Trente chalets d’artisans, un manège avec une nacelle pour fauteuil, et la fanfare chaque soir à 18 h. Le "
            "mardi 15 décembre, de 10 h à 12 h, une matinée sans musique ni lumières clignotantes est réservée aux "
            "personnes que le bruit fatigue."
        ),
        heading("Tenir un étal"),
        contact(
            "Placier",
            role="Emplacements, droits de place",
            phone="01 99 00 12 49",
            email="marche@merlonges.example",
        ),
    ]


def _heritage() -> list[dict]:
    return [
        paragraph(
            "Ville de tisserands posée sur la Lonze, Merlonges a gardé sa halle, son lavoir et son pont. Une boucle de "
            "deux kilomètres les relie, en une heure de marche tranquille."
        ),
        gallery(
            (
                "pont",
                "Un pont de trois arches enjambe une rivière calme ; derrière, un clocher et des toits rouges.",
                "Le pont de pierre, 1548",
            ),
            (
                "halle",
                "La charpente d’une halle sur ses poteaux de bois, coiffée d’un grand toit d’ardoise et d’un "
                "lanternon.",
                "La halle, 1612",
            ),
            (
                "lavoir",
                "Un bassin de pierre sous un toit de tuiles porté par quatre poteaux.",
                "Le lavoir, 1846",
            ),
            (
                "mairie",
                "Une façade claire à deux étages sous un toit de tuiles, avec son horloge.",
                "L’hôtel de ville, 1887",
            ),
        ),
        heading("Quatre siècles en quatre haltes"),
        heading("Le pont de pierre", 3),
        paragraph(
            "Payé par un impôt sur la laine, il a remplacé un bac. Ses becs triangulaires fendent les crues : celle de "
            "1856 est montée jusqu’au trait gravé sous l’arche du milieu."
        ),
        heading("La halle", 3),
        paragraph(
            "Ses cinquante-deux poteaux viennent d’une seule coupe, datée par les cernes du bois de l’hiver 1611. On y "
            "mesurait le drap avec une aune de fer, encore scellée au troisième pilier."
        ),
        heading("Le lavoir", 3),
        paragraph(
            "Vingt laveuses y tenaient à genoux. L’eau y arrive toujours de la source des Hauts, à treize degrés."
        ),
        heading("L’hôtel de ville", 3),
        paragraph(
            "Une ancienne filature, achetée l’année où fermaient les métiers. L’horloge sonne encore à la demie."
        ),
        heading("Visiter"),
        paragraph(
            bullets(
                "<b>Seul :</b> le livret de visite est gratuit à la médiathèque, en français, en anglais, en gros "
                "caractères et en facile à lire.",
                "<b>Accompagné :</b> le deuxième dimanche du mois, à 15 h, départ devant la halle. En langue des "
                "signes au printemps et à l’automne.",
                "<b>Du bout des doigts :</b> une maquette en bronze de la ville se touche, place des Tilleuls.",
            )
        ),
        links(
            "Voir aussi",
            ("Le marché, sous la halle", "marche"),
            ("Les Amis du lavoir et les autres associations", "associations"),
        ),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        SECTION,
        "Culture et loisirs",
        "La médiathèque, le marché, le sport, les associations, le patrimoine.",
        _section,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "mediatheque",
        "La médiathèque",
        "Des livres, des films et des jeux, à deux pas de la place des Tilleuls.",
        _library,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "associations",
        "Les associations",
        "Trouver une activité, créer une association, demander une subvention.",
        _associations,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "equipements-sportifs",
        "Faire du sport",
        "Stade, gymnase, piscine, tennis : où, quand, et pour qui.",
        _facilities,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "salles",
        "Louer une salle",
        "Trois salles municipales, leurs prix et comment les réserver.",
        _rooms,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "marche",
        "Les marchés",
        "Les jours, les lieux, et le marché de Noël.",
        _market,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "patrimoine",
        "Le patrimoine",
        "Un pont, une halle, un lavoir : deux kilomètres d’histoire à pied.",
        _heritage,
        parent=SECTION,
    ),
)
