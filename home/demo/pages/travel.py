"""Getting about: bus, bicycle, parking, streets for everyone."""

from home.demo.blocks import (
    accordion,
    bullets,
    callout,
    contact,
    embedded_content,
    figure,
    heading,
    key_figures,
    links,
    paragraph,
    steps,
    table,
    to,
)
from home.demo.page import IN_MENU, DemoPage
from home.models import StandardPage

SECTION = "se-deplacer"


def _section() -> list[dict]:
    return [
        paragraph(
            "À Merlonges, tout est à moins de vingt minutes à pied de la place des Tilleuls, et le bus passe devant "
            "chaque école. La ville rend ses rues plus calmes et plus praticables, un quartier après l’autre."
        ),
    ]


def _bus() -> list[dict]:
    return [
        figure(
            "bus",
            alternative="Un bus vert à son arrêt, porte ouverte ; quatre passagers à bord, deux personnes attendent.",
            caption="Tous les bus ont un plancher bas, une rampe et des annonces sonores.",
        ),
        callout("Le bus est <b>gratuit le samedi</b>, toute la journée, depuis le 1<sup>er</sup> novembre 2026."),
        heading("Les lignes"),
        table(
            "Lignes du réseau et fréquence en semaine",
            [
                ["Ligne", "Trajet", "Premier départ", "Dernier départ", "Fréquence"],
                ["1", "Gare – Mairie – Tilleuls – Pré-Long", "6 h 10", "20 h 40", "20 minutes"],
                ["2", "Gare – Tilleuls – Les Hauts", "6 h 30", "20 h 15", "20 minutes"],
                ["3", "Collège – Mairie – Écluse", "6 h 50", "18 h 50", "40 minutes"],
                ["Navette", "Parking du Pré-Long – Tilleuls", "9 h", "20 h", "15 minutes"],
            ],
            headers="both",
        ),
        heading("Tarifs"),
        table(
            "Prix des titres de transport",
            [
                ["Titre", "Plein tarif", "Tarif solidaire"],
                ["Un trajet d’une heure", "1,20 €", "0,60 €"],
                ["Dix trajets", "9,00 €", "4,50 €"],
                ["Un mois", "22,00 €", "8,00 €"],
                ["Un an", "198,00 €", "72,00 €"],
            ],
            headers="both",
        ),
        paragraph(
            "Gratuit avant douze ans et pour l’accompagnateur d’une personne handicapée. Le tarif solidaire dépend du "
            f"quotient familial : {to('action-sociale', 'le CCAS')} le calcule en cinq minutes."
        ),
        heading("Où est mon bus"),
        embedded_content(
            "Position des bus en temps réel",
            "Bus de Lonze",
            "https://bus.lonze.example/temps-reel",
            data_sent="votre adresse IP et, si vous l’acceptez, l’endroit où vous êtes",
        ),
        heading("Transport à la demande"),
        paragraph(
            "Vous ne pouvez pas prendre le bus ? Un minibus vient vous chercher à votre porte, du lundi au samedi, "
            "pour le prix d’un trajet. Réservez la veille avant 17 h, par téléphone ou par SMS."
        ),
        contact(
            "Réservations et renseignements",
            phone="01 99 00 12 70",
            email="bus@merlonges.example",
            hours="Du lundi au samedi, de 7 h à 19 h",
        ),
    ]


def _bicycle() -> list[dict]:
    return [
        figure(
            "velo",
            alternative="Un vélo rouge, panier de légumes au guidon, posé contre une barrière au bord de la rivière.",
            caption="La voie verte longe la Lonze sur six kilomètres.",
        ),
        key_figures(
            ("11.5", "km", "de pistes et de voies vertes", "Services techniques, 2026"),
            ("310", "", "arceaux, dont quarante abrités", "Services techniques, 2026"),
            ("14", "%", "des trajets de moins de trois kilomètres se font à vélo", "Enquête du pays de Lonze, 2025"),
        ),
        heading("Louer un vélo"),
        paragraph(
            "La maison du vélo, place de la Gare, loue des vélos électriques, des vélos-cargos, des tricycles et un "
            "vélo à deux places côte à côte, pour rouler avec une personne aveugle ou fatiguée."
        ),
        table(
            "Tarifs de location",
            [
                ["Vélo", "Une journée", "Un mois"],
                ["Vélo de ville", "5 €", "15 €"],
                ["Vélo électrique", "12 €", "40 €"],
                ["Vélo-cargo électrique", "18 €", "60 €"],
                ["Tricycle ou côte à côte", "8 €", "25 €"],
            ],
            headers="both",
        ),
        heading("Aide à l’achat"),
        steps(
            ("Choisir un vélo", "Neuf ou d’occasion, chez un vendeur de votre choix. L’aide est de 100 à 300 €."),
            ("Demander l’aide avant l’achat", "Avec un devis et votre avis d’impôt, à la maison du vélo."),
            ("Envoyer la facture", "L’argent arrive sous un mois."),
        ),
        heading("Apprendre ou reprendre confiance"),
        paragraph(
            "La vélo-école reçoit les adultes débutants le samedi matin, et les enfants de CM2 pendant la classe. "
            "Les six séances coûtent 30 €, prêt du vélo compris."
        ),
        links("Voir aussi", ("La piste de la rue des Saules, dans les travaux en cours", "travaux")),
    ]


def _parking() -> list[dict]:
    return [
        heading("Où se garer"),
        table(
            "Parcs de stationnement",
            [
                ["Lieu", "Places", "Places réservées", "Durée et prix"],
                ["Place des Tilleuls", "48", "3", "1 h 30, gratuit avec disque"],
                ["Rue du Lavoir", "26", "1", "1 h 30, gratuit avec disque"],
                ["Parking du Pré-Long", "210", "8", "Sans limite, gratuit"],
                ["Gare", "120", "4", "24 h, gratuit"],
                ["Halle (sous-sol)", "75", "3", "Première heure gratuite, puis 1 €"],
            ],
            headers="both",
        ),
        callout(
            "Du 11 au 20 décembre 2026, la place des Tilleuls et la rue du Lavoir sont réservées au marché de Noël. "
            "Les places réservées aux personnes handicapées sont déplacées rue des Tisserands.",
            kind="attention",
        ),
        heading("Stationnement des personnes handicapées"),
        paragraph(
            "Avec une carte mobilité inclusion « stationnement », toutes les places de la ville sont gratuites et "
            "sans limite de durée, y compris sous la halle. Une place manque près de chez vous ? Demandez-la à la "
            "police municipale : la réponse vient sous deux mois."
        ),
        heading("Questions pratiques"),
        accordion(
            (
                "Où trouver un disque ?",
                "À l’accueil de la mairie et chez les commerçants, gratuitement.",
            ),
            (
                "Je déménage, je fais des travaux",
                "Demandez à réserver des places quinze jours avant, au 01 99 00 12 46. C’est gratuit pour un "
                "déménagement.",
            ),
            (
                "Je conteste une amende",
                "Suivez la procédure inscrite au dos. La police municipale ne peut pas annuler un avis elle-même.",
            ),
            (
                "Où recharger une voiture électrique ?",
                "Six bornes au Pré-Long, quatre à la gare, dont deux assez larges pour sortir en fauteuil.",
            ),
        ),
    ]


def _streets_for_all() -> list[dict]:
    return [
        paragraph(
            "La loi demande à chaque ville un plan pour que l’on puisse aller partout, à pied, en fauteuil, avec une "
            "canne blanche ou une poussette. Celui de Merlonges a été écrit avec les personnes concernées, rue par "
            "rue."
        ),
        key_figures(
            ("38", "km", "de trottoirs relevés, à pied, par douze habitants", "Diagnostic de voirie, 2025"),
            ("64", "%", "des traversées aux normes, contre 41 % en 2020", "Diagnostic de voirie, 2025"),
            ("420000", "€", "par an jusqu’en 2030", "Plan de mise en accessibilité"),
        ),
        heading("Où en sont les quartiers"),
        table(
            "Avancement du plan par quartier",
            [
                ["Quartier", "Fait", "En 2027", "Ensuite"],
                ["Centre ancien", "Place des Tilleuls, rue des Tisserands", "Rue du Lavoir", "Montée de la Tour"],
                ["Le Pré-Long", "Rue des Saules, abords du gymnase", "Six arrêts de bus", "Allée des Coquelicots"],
                ["Les Hauts", "Arrêts de la ligne 2", "Rue de la Source", "Chemin des Vignes"],
            ],
            headers="both",
        ),
        heading("Ce que l’on fait partout"),
        paragraph(
            bullets(
                "Abaisser les trottoirs et poser des bandes que l’on sent sous le pied ;",
                "équiper les feux d’un signal sonore, que l’on déclenche d’une télécommande prêtée en mairie ;",
                "laisser au moins 1,40 m de passage, terrasses et chantiers compris ;",
                "mettre un banc tous les deux cents mètres.",
            )
        ),
        heading("Signaler un obstacle"),
        paragraph(
            "Une poubelle qui barre le passage, un trottoir abîmé, un feu muet : appelez le 01 99 00 12 47 ou "
            f"{to('contact', 'écrivez-nous')}. Un obstacle dangereux est traité dans la journée."
        ),
        heading("La commission accessibilité"),
        paragraph(
            "Elle réunit trois fois par an des élus, des associations et des habitants. Elle est ouverte à qui veut la "
            f"rejoindre, par l’intermédiaire {to('handicap', 'de la mission Handicap')}."
        ),
    ]


PAGES = (
    DemoPage(
        StandardPage,
        SECTION,
        "Se déplacer",
        "Bus, vélo, stationnement, et des rues praticables par tous.",
        _section,
        fields=IN_MENU,
    ),
    DemoPage(
        StandardPage,
        "bus",
        "Le bus",
        "Trois lignes, une navette gratuite et un minibus à la demande.",
        _bus,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "velo",
        "Le vélo",
        "Pistes, location, aide à l’achat, vélo-école.",
        _bicycle,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "stationnement",
        "Stationner",
        "Où se garer, combien de temps, et les places réservées.",
        _parking,
        parent=SECTION,
    ),
    DemoPage(
        StandardPage,
        "voirie-accessible",
        "Des rues pour tous",
        "Le plan de mise en accessibilité de la voirie et des espaces publics.",
        _streets_for_all,
        parent=SECTION,
    ),
)
