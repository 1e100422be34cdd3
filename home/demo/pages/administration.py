"""Town life: money, contracts, services and jobs."""

from home.demo.blocks import (
    accordion,
    bullets,
    callout,
    contact,
    documents,
    heading,
    key_figures,
    links,
    paragraph,
    steps,
    table,
    to,
)
from home.demo.page import DemoPage
from home.demo.pages.council import SECTION
from home.models import StandardPage


def _budget() -> list[dict]:
    source = "Projet de budget 2027"
    return [
        paragraph(
            "Le budget dit d’où vient l’argent de la ville et à quoi il sert. Il est présenté en réunion publique le "
            "mardi 1<sup>er</sup> décembre 2026 et voté le jeudi 10 décembre. Voici l’essentiel, sans jargon."
        ),
        key_figures(
            ("9.6", "millions d’euros", "pour faire vivre les services toute l’année", source),
            ("4.2", "millions d’euros", "pour rénover, construire et rembourser", source),
            ("0", "%", "de hausse du taux de la taxe foncière communale", source),
        ),
        heading("À quoi servent 100 € dépensés"),
        table(
            "Dépenses de fonctionnement prévues en 2027",
            [
                ["Dépense", "Montant", "Pour 100 €"],
                ["Salaires des agents", "4 980 000 €", "52 €"],
                ["Énergie, repas, entretien, fournitures", "2 710 000 €", "28 €"],
                ["Aides aux associations et au CCAS", "960 000 €", "10 €"],
                ["Épargne pour les travaux", "820 000 €", "9 €"],
                ["Intérêts des emprunts", "130 000 €", "1 €"],
                ["Total", "9 600 000 €", "100 €"],
            ],
            headers="both",
        ),
        heading("D’où vient l’argent"),
        table(
            "Recettes de fonctionnement prévues en 2027",
            [
                ["Recette", "Montant"],
                ["Impôts et taxes", "5 640 000 €"],
                ["Dotations de l’État", "1 890 000 €"],
                ["Cantine, crèche, médiathèque : ce que paient les usagers", "1 180 000 €"],
                ["Loyers et remboursements", "890 000 €"],
                ["Total", "9 600 000 €"],
            ],
            headers="both",
        ),
        heading("Les grands travaux de l’année"),
        table(
            "Dépenses d’investissement prévues en 2027",
            [
                ["Projet", "Montant"],
                ["Rénovation de l’école du Lavoir", "1 650 000 €"],
                ["Rues, trottoirs et pistes cyclables", "980 000 €"],
                ["Isolation des bâtiments", "620 000 €"],
                ["Remboursement des emprunts", "400 000 €"],
                ["Parc, arbres et bords de Lonze", "310 000 €"],
                ["Véhicules et matériel", "240 000 €"],
                ["Total", "4 200 000 €"],
            ],
            headers="both",
        ),
        heading("Trois mots à connaître"),
        accordion(
            (
                "Fonctionnement",
                "Ce qui revient chaque année : salaires, chauffage, repas, réparations. Comme les courses et le loyer.",
            ),
            (
                "Investissement",
                "Ce qui dure : une école rénovée, une rue refaite, un camion. Comme des travaux dans une maison.",
            ),
            (
                "Épargne",
                "Ce que le fonctionnement laisse de côté pour payer les travaux sans trop emprunter.",
            ),
        ),
        heading("À télécharger"),
        documents(("budget-2027.pdf", "Le budget 2027 en bref, quatre tableaux expliqués", "")),
    ]


def _contracts() -> list[dict]:
    return [
        paragraph(
            "Quand la ville achète des travaux, des repas ou des fournitures, elle met les entreprises en concurrence. "
            "Les petites entreprises du pays de Lonze répondent aussi souvent que les grandes : en 2026, elles ont "
            "obtenu six marchés sur dix."
        ),
        heading("Consultations en cours"),
        table(
            "Marchés ouverts aux offres",
            [
                ["Objet", "Montant estimé", "Date limite"],
                ["Menuiseries de l’école du Lavoir", "210 000 €", "11 décembre 2026, 12 h"],
                ["Denrées biologiques pour la cuisine centrale", "96 000 € par an", "18 décembre 2026, 12 h"],
                ["Taille et plantation d’arbres", "38 000 €", "8 janvier 2027, 12 h"],
            ],
            headers="both",
        ),
        heading("Répondre à un marché"),
        steps(
            ("Retirer le dossier", "Il est gratuit, sur la plateforme d’achat du département ou en mairie."),
            ("Visiter les lieux", "Les visites sont groupées ; leurs dates sont dans le dossier."),
            ("Déposer l’offre", "Sur la plateforme, avant l’heure limite. Une offre en retard ne peut pas être lue."),
            ("Attendre la décision", "Elle est motivée et envoyée à tous les candidats, retenus ou non."),
        ),
        callout(
            "Première fois ? Le service des achats tient un atelier le premier mardi du mois, à 18 h : on y remplit "
            "ensemble un vrai dossier."
        ),
        contact(
            "Service des achats",
            phone="01 99 00 12 44",
            email="achats@merlonges.example",
            hours="Du lundi au vendredi, de 9 h à 12 h et de 14 h à 16 h 30",
            level=2,
        ),
    ]


def _services() -> list[dict]:
    return [
        paragraph(
            "Un seul numéro à retenir : l’accueil, au 01 99 00 12 34, vous passe le bon service. Si vous savez déjà "
            "qui appeler, voici les lignes directes."
        ),
        table(
            "Services municipaux et lignes directes",
            [
                ["Service", "Pour quoi", "Téléphone"],
                ["État civil", "Naissances, mariages, décès", "01 99 00 12 41"],
                ["Papiers et élections", "Cartes d’identité, listes électorales", "01 99 00 12 40"],
                ["Éducation", "Écoles, cantine, périscolaire", "01 99 00 12 45"],
                ["CCAS", "Aides, aînés, handicap, logement", "01 99 00 12 80"],
                ["Urbanisme", "Permis, déclarations, plan local", "01 99 00 12 43"],
                ["Services techniques", "Voirie, éclairage, propreté, arbres", "01 99 00 12 47"],
                ["Police municipale", "Tranquillité, objets trouvés, stationnement", "01 99 00 12 46"],
                ["Culture et associations", "Salles, fêtes, subventions", "01 99 00 12 64"],
                ["Ressources humaines", "Emplois, stages, apprentissage", "01 99 00 12 63"],
            ],
            headers="both",
        ),
        heading("Une urgence sur la voie publique"),
        callout(
            "Fuite d’eau, arbre tombé, feu éteint : l’astreinte technique répond jour et nuit au 01 99 00 12 99. Pour "
            "une personne en danger, appelez le 112, ou le 114 par SMS si vous ne pouvez pas parler.",
            kind="attention",
        ),
        heading("Le défenseur des droits"),
        paragraph(
            "Un désaccord avec une administration, une discrimination ? Un délégué du Défenseur des droits vous reçoit "
            "gratuitement en mairie, le premier lundi du mois, de 14 h à 17 h, sur rendez-vous."
        ),
        links("Sur ce site", ("Écrire à la mairie", "contact"), ("Venir à la mairie", "mairie")),
    ]


def _jobs() -> list[dict]:
    return [
        paragraph(
            "Travailler à la ville, c’est être utile à ses voisins. Toutes nos offres sont ouvertes aux personnes "
            "handicapées, et le poste est aménagé avec elles dès l’embauche."
        ),
        heading("Offres en cours"),
        table(
            "Postes à pourvoir cet hiver",
            [
                ["Poste", "Temps de travail", "Candidature avant le"],
                ["Animateur ou animatrice périscolaire", "20 h par semaine", "4 décembre 2026"],
                ["Agent ou agente des espaces verts", "Temps plein", "15 décembre 2026"],
                ["Auxiliaire de puériculture", "Temps plein", "8 janvier 2027"],
                ["Bibliothécaire jeunesse", "Temps plein", "15 janvier 2027"],
            ],
            headers="both",
        ),
        heading("Comment candidater"),
        paragraph(
            bullets(
                "Un curriculum vitæ et quelques lignes sur ce qui vous attire dans le poste.",
                "Par courriel, par courrier ou déposés à l’accueil : les trois se valent.",
                "Une réponse dans tous les cas, au plus tard trois semaines après la date limite.",
            )
        ),
        heading("Stages et apprentissage"),
        paragraph(
            "La ville accueille chaque année huit apprentis et une trentaine de stagiaires, y compris en classe de "
            f"troisième. {to('services-municipaux', 'Chaque service')} peut en recevoir."
        ),
        contact("Ressources humaines", phone="01 99 00 12 63", email="emploi@merlonges.example", level=2),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        "budget",
        "Le budget expliqué",
        "Combien la ville dépense, pour quoi, et avec quel argent.",
        _budget,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "services-municipaux",
        "Les services municipaux",
        "L’annuaire : qui fait quoi, et le numéro à composer.",
        _services,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "marches-publics",
        "Marchés publics",
        "Les consultations ouvertes aux entreprises, et comment y répondre.",
        _contracts,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "recrutement",
        "Travailler à la ville",
        "Offres d’emploi, stages, apprentissage.",
        _jobs,
        parent=SECTION,
    ),
)
