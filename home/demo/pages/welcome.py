"""The home page, and the page for those who have just moved in."""

from home.demo.blocks import (
    accordion,
    bullets,
    callout,
    contact,
    documents,
    figure,
    foreign_text,
    heading,
    key_figures,
    links,
    paragraph,
    steps,
    to,
)
from home.demo.page import DemoPage
from home.demo.tree import HOME_SLUG, HOME_TITLE
from home.models import HomePage, StandardPage


def _home() -> list[dict]:
    return [
        figure("mairie", alternative="La mairie de Merlonges et ses deux tilleuls, au fond d’une place dégagée."),
        callout(
            "Le <b>marché de Noël</b> s’installe place des Tilleuls du 11 au 20 décembre 2026. La place est fermée aux "
            f"voitures de 9 h à 20 h : {to('bus', 'la navette gratuite')} part du parking du Pré-Long toutes les "
            "quinze minutes."
        ),
        heading("Vos démarches les plus demandées"),
        links(
            "",
            ("Inscrire un enfant à l’école", "ecoles"),
            ("Connaître son jour de collecte des déchets", "dechets"),
            ("Construire, agrandir, repeindre : les autorisations d’urbanisme", "urbanisme"),
            ("Demander une aide au CCAS", "action-sociale"),
            ("Réserver une salle pour une fête", "salles"),
        ),
        heading("Merlonges en quelques chiffres"),
        key_figures(
            ("8420", "", "habitants, répartis dans trois quartiers", "Mairie, estimation au 1er janvier 2026"),
            ("74", "", "associations, de la fanfare au club d’échecs", "Maison des associations, 2026"),
            ("11.5", "km", "de pistes et de voies vertes", "Services techniques, 2026"),
        ),
        heading("Rencontrer la mairie"),
        paragraph(
            f"La mairie vous reçoit sans rendez-vous, {to('mairie', 'du lundi après-midi au samedi matin')}. "
            f"Les {to('conseil-municipal', 'séances du conseil municipal')} sont ouvertes à tous : la prochaine a lieu "
            "le jeudi 10 décembre 2026, à 19 h 30."
        ),
    ]


def _newcomers() -> list[dict]:
    return [
        paragraph(
            "Vous venez d’arriver à Merlonges : bienvenue ! Deux fois par an, en mars et en octobre, la maire et les "
            "associations vous invitent à un petit déjeuner suivi d’une visite de la ville à pied. L’inscription se "
            "fait à l’accueil de la mairie."
        ),
        heading("Vos premières démarches"),
        steps(
            (
                "Prévenir de votre changement d’adresse",
                "Un seul formulaire, sur Service-Public.fr, avertit les impôts, les caisses de sécurité sociale et "
                "les fournisseurs d’énergie.",
            ),
            (
                "Vous inscrire sur les listes électorales",
                "Avec une pièce d’identité et un justificatif de domicile de moins de trois mois. Il n’y a pas de "
                "délai à attendre après le déménagement.",
            ),
            (
                "Demander vos bacs de collecte",
                "Ils sont gratuits et livrés sous dix jours. Le calendrier est sur "
                f"{to('dechets', 'la page Déchets')}.",
            ),
            (
                "Inscrire vos enfants",
                f"À {to('ecoles', 'l’école')}, à {to('cantine', 'la cantine')} et, pour les plus petits, à "
                f"{to('creche', 'la crèche')}.",
            ),
            (
                "Découvrir le bus gratuitement",
                "Le titre « Premiers pas » offre un mois de trajets sur tout le réseau. Il se retire en mairie.",
            ),
        ),
        heading("Questions que l’on nous pose souvent"),
        accordion(
            (
                "Où obtenir un plan de la ville ?",
                "À l’accueil de la mairie, à la médiathèque et dans les bus. Il existe en grands caractères et en "
                "relief.",
            ),
            (
                "Y a-t-il un médecin qui accepte de nouveaux patients ?",
                "La maison de santé du Pré-Long tient une liste d’attente commune à ses cinq médecins. Appelez le "
                "01 99 00 12 60, ou passez à l’accueil.",
            ),
            (
                "Comment connaître ses voisins ?",
                f"La fête des voisins a lieu le dernier vendredi de mai ; la ville prête tables et bancs. Et "
                f"{to('associations', 'les associations')} vous ouvrent leurs portes début septembre.",
            ),
        ),
        heading("In English"),
        foreign_text(
            "en",
            "Welcome to Merlonges! The town hall is on place des Tilleuls. You can walk in without an appointment, and "
            "someone who speaks English is at the desk on Tuesday and Thursday afternoons.",
            bullets(
                "<b>Emergency:</b> dial 112, from any phone, free of charge.",
                "<b>Schools:</b> children must attend school from the age of three. Enrol them at the town hall.",
                "<b>Buses:</b> lines 1 and 2 run every twenty minutes on weekdays. The first month is free.",
            ),
        ),
        heading("Guide à télécharger"),
        documents(("welcome-guide.pdf", "Guide d’accueil « Welcome to Merlonges »", "en")),
        contact(
            "Accueil des nouveaux habitants",
            phone="01 99 00 12 34",
            email="bienvenue@merlonges.example",
            hours="Du mardi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h 30",
            level=2,
        ),
    ]


HOME = DemoPage(
    HomePage,
    HOME_SLUG,
    HOME_TITLE,
    "Démarches, horaires, vie de la commune : l’essentiel de votre ville, lisible par toutes et tous.",
    _home,
    parent=None,
    fields={"seo_title": "Accueil"},
)

NEWCOMERS = DemoPage(
    StandardPage,
    "nouveaux-habitants",
    "Vous arrivez à Merlonges",
    "Les premières démarches, les bonnes adresses, et un guide en anglais.",
    _newcomers,
    fields={"show_in_footer": True},
)
