"""The sheets of Merlonges about the town: building, streets, waste."""

from home.demo.blocks import heading, paragraph
from home.demo.sheets import BUILDING, MOVE, STREETS, TOWN_HALL, WASTE, WORKS, DemoSheet, code, online
from home.models import ServicePage


def _prior_declaration() -> list[dict]:
    return [
        heading("Après le dépôt"),
        paragraph(
            "<p>Sans réponse de la mairie au bout du délai, les travaux sont acceptés. Affichez alors un panneau "
            "visible de la rue pendant toute leur durée : les voisins ont deux mois pour les contester.</p>"
        ),
    ]


TOWN = (
    DemoSheet(
        ServicePage,
        "declaration-prealable",
        "Déclarer des travaux avant de les commencer",
        "Clôture, ravalement, fenêtre de toit, abri de jardin, petite extension : la déclaration préalable.",
        _prior_declaration,
        topics=(BUILDING,),
        events=(WORKS,),
        counter=TOWN_HALL,
        laws=(code("Code de l’urbanisme", "articles R. 421-9 à R. 421-12 et R. 421-17", "LEGITEXT000006074075"),),
        fields={
            "audience": "<p>Le propriétaire du terrain ou du logement, ou une personne qu’il autorise à faire les "
            "travaux.</p>",
            "to_bring": "Le formulaire de déclaration préalable, rempli et signé\n"
            "Un plan qui situe le terrain dans la commune\n"
            "Un plan de masse coté\n"
            "Un dessin des façades avant et après les travaux\n"
            "Deux photographies, de près et de loin",
            "cost": "Le dépôt est gratuit. Une taxe d’aménagement est parfois due.",
            "delay": "Un mois d’instruction, deux aux abords de l’église Saint-Aubin",
            "online_text": "Déposer une déclaration préalable en ligne",
            "online_address": online("Déclaration préalable"),
            "counter_note": "Sur rendez-vous, pour une vérification du dossier avant le dépôt.",
            "postal_address": "Mairie de Merlonges\nService de l’urbanisme\n1 place des Tilleuls\n99999 Merlonges",
        },
    ),
    DemoSheet(
        ServicePage,
        "autorisation-de-voirie",
        "Occuper la rue pour des travaux ou un déménagement",
        "Poser une benne ou un échafaudage, réserver des places de stationnement pour un camion.",
        topics=(STREETS, BUILDING),
        events=(MOVE, WORKS),
        laws=(code("Code de la voirie routière", "article L. 113-2", "LEGITEXT000006070667"),),
        related=("declaration-prealable",),
        fields={
            "audience": "<p>Les particuliers, les entreprises de travaux et les déménageurs.</p>",
            "to_bring": "L’adresse et les dates de l’occupation\n"
            "La longueur de trottoir ou le nombre de places nécessaires\n"
            "Un croquis de l’emplacement, pour un échafaudage\n"
            "L’attestation d’assurance de l’entreprise",
            "cost": "Gratuit pour un déménagement, 0,85 € par mètre carré et par jour au-delà",
            "delay": "Quinze jours avant la date voulue",
            "online_text": "Demander une autorisation de voirie en ligne",
            "online_address": online("Autorisation de voirie"),
            "phone": "01 99 00 12 47",
            "phone_note": "Services techniques, de 8 h 30 à 12 h.",
        },
    ),
    DemoSheet(
        ServicePage,
        "carte-de-stationnement",
        "Obtenir une carte de stationnement de résident",
        "Pour stationner sans limite de durée dans la zone bleue du centre ancien.",
        topics=(STREETS,),
        events=(MOVE,),
        counter=TOWN_HALL,
        fields={
            "audience": "<p>Les habitants du centre ancien. Deux cartes au plus par foyer, une par véhicule.</p>",
            "to_bring": "Une pièce d’identité\n"
            "Un justificatif de domicile de moins de trois mois\n"
            "Le certificat d’immatriculation, à votre nom et à cette adresse",
            "cost": "45 € par an, 20 € pour la première carte si vos revenus ne sont pas imposables",
            "delay": "Remise aussitôt au guichet, sous une semaine en ligne",
            "online_text": "Demander une carte de stationnement en ligne",
            "online_address": online("Carte de stationnement"),
            "counter_note": "Sans rendez-vous.",
        },
    ),
    DemoSheet(
        ServicePage,
        "composteur",
        "Recevoir un composteur",
        "Un composteur de jardin, ou un lombricomposteur pour les appartements, avec un seau et un guide.",
        topics=(WASTE,),
        events=(MOVE,),
        counter="decheterie-du-val",
        laws=(code("Code de l’environnement", "article L. 541-21-1", "LEGITEXT000006074220"),),
        related=("decheterie-du-val",),
        fields={
            "audience": "<p>Tous les foyers de Merlonges, une fois tous les cinq ans. Les copropriétés reçoivent un "
            "composteur partagé et la visite d’une animatrice.</p>",
            "to_bring": "Un justificatif de domicile\nLa carte de déchèterie",
            "cost": "15 €, par chèque ou par carte",
            "delay": "Remise à la déchèterie sous dix jours",
            "online_text": "Réserver un composteur en ligne",
            "online_address": online("Composteur"),
            "phone": "01 99 00 12 72",
        },
    ),
)
