"""Children: schools, meals, before and after school, nursery."""

from home.demo.blocks import (
    accordion,
    bullets,
    callout,
    contact,
    documents,
    figure,
    heading,
    links,
    paragraph,
    quotation,
    steps,
    table,
    timetable,
    to,
)
from home.demo.page import IN_MENU, DemoPage
from home.models import StandardPage

SECTION = "enfance-et-ecoles"


def _section() -> list[dict]:
    return [
        figure(
            "ecole", alternative="Une école claire à toit rouge ; dans la cour, une marelle, un banc et trois enfants."
        ),
        paragraph(
            "De la crèche au collège, 1 140 enfants grandissent à Merlonges. Un seul guichet, le service Éducation, "
            "s’occupe de toutes les inscriptions : vous ne donnez vos papiers qu’une fois."
        ),
        contact(
            "Service Éducation",
            phone="01 99 00 12 45",
            email="education@merlonges.example",
            hours="Du lundi au vendredi, de 8 h 30 à 12 h\nLe mercredi, aussi de 13 h 30 à 17 h 30",
            level=2,
        ),
    ]


def _schools() -> list[dict]:
    return [
        heading("Inscrire un enfant"),
        paragraph(
            "L’école est obligatoire à partir de trois ans. Pour la rentrée de septembre 2027, les inscriptions ont "
            "lieu du 1<sup>er</sup> février au 31 mars 2027. Si vous emménagez en cours d’année, venez quand vous "
            "voulez."
        ),
        steps(
            (
                "Rassembler les papiers",
                bullets(
                    "Le livret de famille ou un acte de naissance",
                    "Un justificatif de domicile de moins de trois mois",
                    "La page des vaccinations du carnet de santé",
                ),
            ),
            ("Inscrire en mairie", "L’école dépend de votre adresse ; une dérogation se demande avant le 15 avril."),
            ("Rencontrer la directrice", "Elle vous fait visiter l’école et confirme l’admission."),
        ),
        heading("Les écoles de la ville"),
        table(
            "Écoles publiques de Merlonges",
            [
                ["École", "Classes", "Adresse", "Téléphone"],
                ["Maternelle des Coquelicots", "5", "3 allée des Coquelicots", "01 99 00 12 51"],
                ["Élémentaire du Lavoir", "9", "14 rue du Lavoir", "01 99 00 12 52"],
                ["Maternelle et élémentaire du Pré-Long", "11", "2 rue des Saules", "01 99 00 12 53"],
            ],
            headers="both",
        ),
        heading("L’école inclusive"),
        paragraph(
            "Les trois écoles sont de plain-pied ou ont un ascenseur. L’école du Lavoir accueille une unité pour douze "
            "enfants autistes. Pour un aménagement (matériel, accompagnement, repas), parlez-en dès l’inscription."
        ),
        heading("Vacances et jours sans classe"),
        paragraph(
            "Les dates des vacances sont fixées par l’État. Les jours de grève, un service minimum d’accueil est "
            "ouvert au Pré-Long dès que plus d’un quart des enseignants l’annoncent."
        ),
        links(
            "Voir aussi",
            ("La cantine : prix et menus", "cantine"),
            ("L’accueil avant et après la classe", "periscolaire"),
            (
                "Le calendrier scolaire sur education.gouv.fr",
                "https://www.education.gouv.fr/calendrier-scolaire-100148",
            ),
        ),
    ]


def _meals() -> list[dict]:
    return [
        figure(
            "repas",
            alternative="Vu de dessus, un plateau-repas : pommes de terre et brocolis, salade de tomates, pain, "
            "pomme et verre d’eau.",
            caption="Un repas d’octobre : pommes de terre au four, brocolis, salade, pomme du verger de Lonze.",
        ),
        paragraph(
            "Six cent vingt repas sortent chaque jour de la cuisine centrale. Plus de la moitié des produits sont "
            "biologiques ou viennent de moins de cinquante kilomètres. Un menu sans viande est proposé tous les jours."
        ),
        heading("Menus de la semaine"),
        table(
            "Menus du 30 novembre au 4 décembre 2026",
            [
                ["Jour", "Entrée", "Plat", "Dessert"],
                ["Lundi", "Carottes râpées", "Lasagnes aux légumes", "Yaourt fermier"],
                ["Mardi", "Soupe de courge", "Poulet, riz et poireaux", "Poire"],
                ["Jeudi", "Betteraves, feta", "Couscous de pois chiches", "Compote de pommes"],
                ["Vendredi", "Salade verte", "Poisson, purée de céleri", "Gâteau au chocolat"],
            ],
            headers="both",
        ),
        heading("Prix d’un repas"),
        paragraph(
            "Le prix dépend du quotient familial, que la caisse d’allocations familiales calcule. Sans justificatif, "
            "le prix le plus haut s’applique, puis il est corrigé dès que vous l’apportez."
        ),
        table(
            "Prix d’un repas selon le quotient familial",
            [
                ["Quotient familial", "Prix du repas"],
                ["Moins de 600 €", "1,00 €"],
                ["De 600 à 1 199 €", "2,40 €"],
                ["1 200 € et plus", "3,90 €"],
            ],
            headers="both",
        ),
        heading("Réserver, annuler"),
        paragraph(
            "Réservez ou annulez au plus tard l’avant-veille, avant 10 h : un repas prévenu à temps n’est ni préparé, "
            "ni jeté, ni payé. En cas de maladie, seul le premier jour est dû."
        ),
        heading("Allergies et régimes"),
        accordion(
            (
                "Mon enfant est allergique",
                "Un projet d’accueil individualisé, signé avec le médecin scolaire, dit quoi éviter et quoi faire. "
                "Votre enfant mange avec ses camarades, avec un repas adapté ou apporté de la maison.",
            ),
            (
                "Mon enfant ne mange pas de viande, ou pas de porc",
                "Le menu sans viande convient à tous. Cochez la case à l’inscription : vous pouvez changer chaque "
                "trimestre.",
            ),
            (
                "Peut-on venir goûter ?",
                "Oui : les parents sont invités à déjeuner un jeudi par mois, au prix de 3,90 €, sur inscription.",
            ),
        ),
        heading("Règlement à télécharger"),
        documents(("reglement-cantine.pdf", "Règlement de la cantine, année 2026-2027", "")),
    ]


def _around_school() -> list[dict]:
    return [
        paragraph(
            "Avant et après la classe, des animateurs diplômés accueillent les enfants dans leur école. On y joue, "
            "on y goûte, on y fait ses devoirs, on y apprend parfois à jongler."
        ),
        timetable(
            "Accueil périscolaire en période scolaire",
            {
                "monday tuesday thursday friday": "07:30-08:30 16:30-18:30",
                "wednesday": "07:30-18:30",
            },
            "Le matin et le soir, arrivées et départs à l’heure qui vous convient.",
        ),
        heading("Tarifs"),
        table(
            "Prix de l’accueil selon le quotient familial",
            [
                ["Quotient familial", "Matin", "Soir, goûter compris", "Mercredi entier, repas compris"],
                ["Moins de 600 €", "0,50 €", "1,10 €", "4,50 €"],
                ["De 600 à 1 199 €", "1,00 €", "2,20 €", "9,80 €"],
                ["1 200 € et plus", "1,60 €", "3,40 €", "15,20 €"],
            ],
            headers="both",
        ),
        heading("Aide aux devoirs"),
        paragraph(
            "Le mardi et le jeudi, de 17 h à 18 h, des bénévoles accompagnent les enfants du CE1 au CM2. C’est "
            f"gratuit, sur simple demande. Vous avez du temps à donner ? {to('associations', 'Les associations')} "
            "recrutent."
        ),
        heading("Mercredis et vacances"),
        paragraph(
            "Le centre de loisirs des Saules ouvre le mercredi et pendant toutes les vacances, sauf la dernière "
            "semaine de décembre. Les enfants handicapés y sont accueillis avec un animateur formé : parlons-en "
            "quinze jours avant."
        ),
        callout(
            "Vacances de Noël 2026 : inscriptions jusqu’au vendredi 4 décembre, auprès du service Éducation.",
            kind="attention",
        ),
    ]


def _nursery() -> list[dict]:
    return [
        quotation(
            "Ici on ne dit pas « il est en retard » : on dit « il prend son temps ».",
            author="Maud Lestrade-Vern, directrice des Petits Merles",
        ),
        heading("La crèche des Petits Merles"),
        paragraph(
            "Quarante-deux places, de dix semaines à trois ans, du lundi au vendredi, de 7 h 30 à 18 h 30. Quatre "
            "places sont gardées pour l’accueil d’urgence, une sur dix pour des enfants handicapés."
        ),
        heading("Demander une place"),
        steps(
            ("Déposer une demande", "Dès le sixième mois de grossesse, au service Éducation."),
            (
                "Passer en commission",
                "Elle se réunit en avril et en octobre, sur dossiers anonymes. Les critères sont affichés.",
            ),
            ("Recevoir la réponse", "Sous dix jours. Une réponse négative dit votre rang sur la liste."),
            ("Faire connaissance", "Une semaine d’adaptation, avec vous, avant la première journée seul."),
        ),
        heading("Combien cela coûte"),
        paragraph(
            "Le prix suit le barème national : il dépend de vos revenus et du nombre d’enfants. Pour une famille de "
            "deux enfants qui gagne 2 500 € par mois, comptez environ 1,30 € de l’heure, couches et repas compris."
        ),
        heading("Autres modes de garde"),
        paragraph(
            bullets(
                "<b>Trente et une assistantes maternelles</b> sont agréées dans la commune ; le relais petite enfance "
                "tient la liste de leurs places.",
                "<b>Le jardin des parents</b> ouvre le vendredi matin, à la maison des associations : on y vient avec "
                "son enfant, sans inscription.",
            )
        ),
        contact(
            "Relais petite enfance",
            role="Conseils aux parents et aux assistantes maternelles",
            phone="01 99 00 12 55",
            email="relais@merlonges.example",
            address="8 allée des Coquelicots\n99999 Merlonges",
            level=2,
        ),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        SECTION,
        "Enfance et écoles",
        "Inscrire un enfant, connaître les prix, trouver une place.",
        _section,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "ecoles",
        "Les écoles",
        "Trois écoles publiques : comment inscrire son enfant, et où.",
        _schools,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "cantine",
        "La cantine",
        "Les menus, les prix, les allergies, et comment réserver un repas.",
        _meals,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "periscolaire",
        "Avant et après la classe",
        "L’accueil du matin, du soir, du mercredi et des vacances.",
        _around_school,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "creche",
        "La petite enfance",
        "La crèche, les assistantes maternelles, le relais.",
        _nursery,
        parent=SECTION,
    ),
)
