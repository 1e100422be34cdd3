"""About the site: contact, help, accessibility, legal mentions, personal data."""

from home.demo.blocks import accordion, bullets, contact, heading, links, paragraph, steps, table, to
from home.demo.page import DemoPage
from home.demo.pages.commitments import plan, schema
from home.models import AccessibilityPage, ContactPage, StandardPage

IN_FOOTER = {"show_in_footer": True}


def _contact() -> list[dict]:
    return [
        heading("Autres moyens"),
        paragraph(
            bullets(
                "<b>Par téléphone :</b> 01 99 00 12 34, aux heures d’ouverture.",
                f"<b>Sur place :</b> {to('mairie', 'la mairie')} reçoit sans rendez-vous.",
                "<b>Par courrier :</b> 1 place des Tilleuls, 99999 Merlonges.",
            )
        ),
    ]


def _help() -> list[dict]:
    return [
        heading("Trouver une information"),
        paragraph(
            bullets(
                "<b>La recherche</b>, en haut de chaque page, comprend les pluriels, les accents oubliés et les "
                "fautes de frappe.",
                "<b>Le menu</b> mène aux grandes rubriques ; chaque rubrique présente ses pages.",
                "<b>Le plan du site</b>, au pied de chaque page, les montre toutes.",
            )
        ),
        heading("Agrandir, contraster, écouter"),
        table(
            "Réglages selon le besoin",
            [
                ["Vous voulez", "Sur un ordinateur", "Sur un téléphone"],
                ["Agrandir le texte", "Ctrl et +, ou Cmd et +", "Réglages d’affichage, taille du texte"],
                ["Un fond sombre", "Thème sombre du système : le site le suit", "Mode sombre du téléphone"],
                ["Des contrastes forts", "Contraste élevé du système", "Réglages d’accessibilité"],
                ["Faire lire la page", "Lecteur d’écran ou mode lecture du navigateur", "Lecteur d’écran du téléphone"],
            ],
            headers="both",
        ),
        heading("Au clavier"),
        paragraph(
            "La touche Tab va d’un lien à l’autre, Entrée l’ouvre. Le premier appui sur Tab montre des liens qui "
            "sautent au contenu, au menu, à la recherche ou au pied de page."
        ),
        heading("Lire un document PDF"),
        paragraph(
            "Les documents que nous publions ont des titres, des listes et des tableaux que les lecteurs d’écran "
            "reconnaissent. Si l’un d’eux vous résiste, demandez-le sous une autre forme : nous l’envoyons sous cinq "
            "jours."
        ),
        heading("Une page qui pose problème"),
        steps(
            ("Dites-nous laquelle", "L’adresse de la page, ou son titre."),
            ("Dites-nous ce qui se passe", "Ce que vous vouliez faire, avec quel appareil ou quel logiciel."),
            (
                "Nous vous répondons sous deux jours ouvrés",
                "Avec l’information demandée, même si la page n’est pas réparée.",
            ),
        ),
        links("Nous écrire", ("Le formulaire de contact", "contact"), ("Accessibilité de ce site", "accessibilite")),
    ]


def _legal() -> list[dict]:
    return [
        heading("Éditeur"),
        paragraph(
            "Ville de Merlonges, 1 place des Tilleuls, 99999 Merlonges. Directrice de la publication : Odile "
            "Marchenoir, maire. Merlonges n’existe pas : ce site est une démonstration du logiciel Parvis."
        ),
        heading("Hébergement"),
        paragraph("Le site est hébergé en France, sur les serveurs de la ville. Téléphone : 01 99 00 12 34."),
        heading("Droits"),
        paragraph(
            "Les textes peuvent être repris librement, à condition de citer la ville et la date. Les images ont été "
            "dessinées pour ce site et peuvent être reprises de même."
        ),
        heading("Une erreur ?"),
        paragraph(f"Signalez-la : {to('contact', 'écrivez-nous')}. Nous corrigeons et datons la correction."),
    ]


def _data() -> list[dict]:
    return [
        paragraph(
            "Ce site ne dépose aucun cookie de mesure d’audience, n’affiche aucune publicité et ne transmet rien à "
            "des tiers. Voici les seules données que nous recevons de vous."
        ),
        table(
            "Données traitées par le site",
            [
                ["Donnée", "Pour quoi faire", "Gardée"],
                ["Nom, adresse et message du formulaire", "Vous répondre", "Un an"],
                ["Adresse IP dans les journaux du serveur", "Repérer les pannes et les attaques", "Six mois"],
                ["Cookie de session, pendant l’envoi d’un formulaire", "Protéger l’envoi", "Le temps de la visite"],
            ],
            headers="both",
        ),
        heading("Vos droits"),
        paragraph(
            "Vous pouvez demander à voir vos données, à les corriger, à les effacer, ou vous opposer à leur usage. La "
            "réponse est gratuite et vient sous un mois."
        ),
        accordion(
            (
                "Comment faire la demande ?",
                "Par courriel ou par courrier, en disant de quelles données il s’agit. Une pièce d’identité n’est "
                "demandée qu’en cas de doute sérieux.",
            ),
            (
                "Et si la réponse ne me convient pas ?",
                "Vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL), en ligne ou "
                "par courrier.",
            ),
        ),
        contact(
            "Déléguée à la protection des données",
            phone="01 99 00 12 38",
            email="donnees@merlonges.example",
            address="1 place des Tilleuls\n99999 Merlonges",
            level=2,
        ),
    ]


PAGES = (
    DemoPage(
        ContactPage,
        "contact",
        "Nous écrire",
        "Une question, une remarque : écrivez-nous, ou appelez l’accueil au 01 99 00 12 34.",
        _contact,
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
        "accessibilite-schema",
        "Schéma pluriannuel de mise en accessibilité 2025-2027",
        "Ce que la ville fait en trois ans pour que ses services numériques servent à tout le monde.",
        schema,
    ),
    DemoPage(
        StandardPage,
        "accessibilite-plan-2026",
        "Plan annuel d’accessibilité numérique 2026",
        "Ce qui est prévu cette année, et le bilan de 2025.",
        plan,
    ),
    DemoPage(
        StandardPage,
        "aide",
        "Aide",
        "Trouver une information, agrandir le texte, naviguer au clavier.",
        _help,
        fields=IN_FOOTER,
    ),
    DemoPage(
        StandardPage,
        "mentions-legales",
        "Mentions légales",
        "Qui publie ce site, qui l’héberge, et ce que l’on peut en reprendre.",
        _legal,
        fields=IN_FOOTER,
    ),
    DemoPage(
        StandardPage,
        "donnees-personnelles",
        "Données personnelles",
        "Ce que le site sait de vous, combien de temps, et comment s’y opposer.",
        _data,
        fields=IN_FOOTER,
    ),
)
