"""The sheets of Merlonges about people: civil status, papers, school."""

from home.demo.blocks import heading, paragraph
from home.demo.sheets import (
    BIRTH,
    CHILD,
    CIVIL,
    DEATH,
    MOVE,
    PAPERS,
    SCHOOL,
    TOWN_HALL,
    UNION,
    DemoSheet,
    code,
    here,
    online,
)
from home.models import ServicePage

CIVIL_CODE = "LEGITEXT000006070721"


def _identity_card() -> list[dict]:
    return [
        heading("Comment se passe la demande"),
        paragraph(
            "<ol><li>Faites d’abord la pré-demande sur le site de l’État et notez son numéro.</li>"
            "<li>Prenez rendez-vous dans la mairie de votre choix : toutes celles qui ont le matériel vous reçoivent, "
            "où que vous habitiez.</li>"
            "<li>Venez avec les pièces. Les enfants sont présents, avec un parent.</li>"
            "<li>Un message vous prévient quand la carte est prête. Elle se retire en personne, dans les trois "
            "mois.</li></ol>"
        ),
    ]


def _civil_union() -> list[dict]:
    return [
        heading("Le jour du rendez-vous"),
        paragraph(
            "<p>L’enregistrement dure une vingtaine de minutes. Vous venez ensemble, sans témoin. "
            "Vous repartez avec la convention visée et une attestation pour vos employeurs.</p>"
        ),
    ]


def _grave() -> list[dict]:
    return [
        heading("Renouveler une concession"),
        paragraph(
            "<p>Le renouvellement se demande dans l’année qui précède l’échéance, et jusqu’à deux ans après. "
            "La mairie écrit aux familles dont elle connaît l’adresse : pensez à signaler un déménagement.</p>"
        ),
    ]


PEOPLE = (
    DemoSheet(
        ServicePage,
        "acte-de-naissance",
        "Demander un acte de naissance",
        "Une copie intégrale ou un extrait, pour les personnes nées à Merlonges.",
        topics=(CIVIL,),
        events=(BIRTH, UNION, DEATH),
        counter=TOWN_HALL,
        laws=(code("Code civil", "articles 34 à 101-2", CIVIL_CODE),),
        fields={
            "audience": "<p>La copie intégrale et l’extrait avec filiation sont remis à la personne concernée, à ses "
            "parents, grands-parents et enfants, à son conjoint ou partenaire de PACS.</p>"
            "<p>Tout le monde peut demander un extrait sans filiation.</p>",
            "to_bring": "Une pièce d’identité de la personne qui fait la demande\n"
            "Les nom, prénoms et date de naissance de la personne concernée\n"
            "Les noms et prénoms de ses parents, pour un acte avec filiation\n"
            "Un justificatif du lien de famille, si l’acte concerne un proche",
            "is_free": True,
            "delay": "Tout de suite au guichet, cinq jours ouvrés en ligne ou par courrier",
            "online_text": "Demander un acte de naissance en ligne",
            "online_address": here("acte-de-naissance"),
            "counter_note": "Sans rendez-vous.",
            "postal_address": "Mairie de Merlonges\nService de l’état civil\n1 place des Tilleuls\n99999 Merlonges",
        },
    ),
    DemoSheet(
        ServicePage,
        "pacs",
        "Conclure un PACS",
        "Le pacte civil de solidarité s’enregistre à la mairie de votre domicile commun, ou chez un notaire.",
        _civil_union,
        topics=(CIVIL,),
        events=(UNION,),
        counter=TOWN_HALL,
        laws=(code("Code civil", "articles 515-1 à 515-7-1", CIVIL_CODE),),
        related=("acte-de-naissance", TOWN_HALL),
        fields={
            "audience": "<p>Deux personnes majeures, qui ne sont ni mariées ni déjà pacsées, n’ont pas de lien de "
            "parenté proche, et fixent leur résidence commune à Merlonges.</p>",
            "to_bring": "Une pièce d’identité de chaque partenaire\n"
            "L’acte de naissance de chacun, de moins de trois mois\n"
            "La convention de PACS signée par les deux partenaires\n"
            "La déclaration conjointe, avec l’adresse commune et l’attestation de non-parenté",
            "is_free": True,
            "delay": "Rendez-vous sous trois semaines environ",
            "online_text": "Envoyer un dossier de PACS en ligne",
            "online_address": online("PACS"),
            "counter_note": "Sur rendez-vous, une fois le dossier vérifié.",
            "phone": "01 99 00 12 41",
            "phone_note": "État civil, aux heures d’ouverture de l’hôtel de ville.",
        },
    ),
    DemoSheet(
        ServicePage,
        "concession-cimetiere",
        "Obtenir une concession au cimetière",
        "Un emplacement au cimetière du Val ou une case au columbarium, pour vous ou pour votre famille.",
        _grave,
        topics=(CIVIL,),
        events=(DEATH,),
        counter=TOWN_HALL,
        laws=(
            code(
                "Code général des collectivités territoriales",
                "articles L. 2223-13 à L. 2223-18",
                "LEGITEXT000006070633",
            ),
        ),
        related=("acte-de-naissance",),
        fields={
            "audience": "<p>Les habitants de Merlonges, les familles qui ont déjà une sépulture au cimetière, et les "
            "proches d’une personne décédée dans la commune.</p>",
            "to_bring": "Une pièce d’identité\n"
            "Un justificatif de domicile de moins de trois mois\n"
            "L’acte de décès, si un décès vient d’avoir lieu",
            "cost": "180 € pour 15 ans, 310 € pour 30 ans, 520 € pour 50 ans",
            "delay": "Le jour même en cas de décès, une semaine sinon",
            "counter_note": "Sans rendez-vous. Prévenez de votre venue si un décès vient d’avoir lieu : "
            "vous serez reçu à part.",
            "phone": "01 99 00 12 41",
        },
    ),
    DemoSheet(
        ServicePage,
        "carte-d-identite",
        "Demander une carte d’identité",
        "Première carte, renouvellement, perte ou vol : la demande se fait sur rendez-vous.",
        _identity_card,
        topics=(PAPERS,),
        events=(BIRTH, CHILD, UNION),
        counter=TOWN_HALL,
        laws=(
            (
                "Décret n° 55-1397 du 22 octobre 1955 sur la carte nationale d’identité, à chercher sur Légifrance",
                "https://www.legifrance.gouv.fr/",
            ),
        ),
        related=("acte-de-naissance",),
        fields={
            "audience": "<p>Toute personne de nationalité française, sans condition d’âge.</p>",
            "to_bring": "Le numéro de la pré-demande faite en ligne\n"
            "Une photographie d’identité de moins de six mois\n"
            "Un justificatif de domicile de moins d’un an\n"
            "L’ancienne carte, ou la déclaration de perte ou de vol\n"
            "Un timbre fiscal de 25 €, en cas de perte ou de vol seulement",
            "cost": "Gratuit, ou 25 € en cas de perte ou de vol",
            "delay": "De trois à six semaines après le rendez-vous",
            "online_text": "Prendre rendez-vous pour une carte d’identité",
            "online_address": online("Rendez-vous carte d’identité"),
            "counter_note": "Sur rendez-vous seulement.",
            "phone": "01 99 00 12 40",
            "phone_note": "Pour prendre rendez-vous si vous n’avez pas internet, de 9 h à 12 h.",
        },
    ),
    DemoSheet(
        ServicePage,
        "recensement-citoyen",
        "Se faire recenser à 16 ans",
        "Obligatoire pour chaque jeune de nationalité française, garçon ou fille, dans les trois mois "
        "qui suivent l’anniversaire.",
        topics=(PAPERS,),
        events=(CHILD,),
        counter=TOWN_HALL,
        laws=(code("Code du service national", "articles L. 113-1 à L. 113-8", "LEGITEXT000006071335"),),
        fields={
            "audience": "<p>Les jeunes qui viennent d’avoir 16 ans et habitent Merlonges. Un parent peut faire la "
            "démarche à leur place.</p>",
            "to_bring": "Une pièce d’identité du jeune\nLe livret de famille à jour",
            "is_free": True,
            "delay": "Attestation remise aussitôt au guichet, sous dix jours en ligne",
            "online_text": "Se faire recenser en ligne",
            "online_address": online("Recensement citoyen"),
            "counter_note": "Sans rendez-vous.",
        },
    ),
    DemoSheet(
        ServicePage,
        "listes-electorales",
        "S’inscrire sur les listes électorales",
        "Pour voter à Merlonges dès la prochaine élection, ou mettre à jour votre adresse.",
        topics=(PAPERS,),
        events=(MOVE,),
        counter=TOWN_HALL,
        laws=(code("Code électoral", "articles L. 9 à L. 20", "LEGITEXT000006070239"),),
        fields={
            "audience": "<p>Toute personne majeure de nationalité française qui habite la commune ou y paie des impôts "
            "locaux depuis deux ans. Les citoyens de l’Union européenne s’inscrivent pour les élections municipales et "
            "européennes.</p>",
            "to_bring": "Une pièce d’identité valide, ou périmée depuis moins de cinq ans\n"
            "Un justificatif de domicile de moins de trois mois",
            "is_free": True,
            "delay": "Jusqu’au sixième vendredi avant le scrutin",
            "online_text": "S’inscrire en ligne sur les listes électorales",
            "online_address": online("Listes électorales"),
            "counter_note": "Sans rendez-vous.",
            "postal_address": "Mairie de Merlonges\nService des élections\n1 place des Tilleuls\n99999 Merlonges",
        },
    ),
    DemoSheet(
        ServicePage,
        "inscription-scolaire",
        "Inscrire un enfant à l’école",
        "Pour une première entrée en maternelle, le passage en élémentaire ou une arrivée dans la commune.",
        topics=(SCHOOL,),
        events=(CHILD, MOVE),
        counter=TOWN_HALL,
        laws=(code("Code de l’éducation", "articles L. 131-1 à L. 131-5", "LEGITEXT000006071191"),),
        fields={
            "audience": "<p>Les parents d’un enfant qui aura trois ans dans l’année, ou qui change d’école. "
            "L’école dépend de la rue que vous habitez.</p>",
            "to_bring": "Le livret de famille ou un acte de naissance de l’enfant\n"
            "Un justificatif de domicile de moins de trois mois\n"
            "Le carnet de santé, pour les vaccinations obligatoires\n"
            "Le certificat de radiation, si l’enfant vient d’une autre école\n"
            "La décision du juge, si les parents sont séparés",
            "is_free": True,
            "delay": "Du 1er février au 31 mars pour la rentrée suivante, à tout moment après un déménagement",
            "online_text": "Inscrire un enfant à l’école en ligne",
            "online_address": online("Inscription scolaire"),
            "counter_note": "Au guichet des familles, sans rendez-vous.",
        },
    ),
    DemoSheet(
        ServicePage,
        "inscription-cantine",
        "Inscrire un enfant à la cantine",
        "Pour les écoles maternelles et élémentaires, tous les jours ou certains jours de la semaine.",
        topics=(SCHOOL,),
        events=(CHILD,),
        counter=TOWN_HALL,
        laws=(code("Code de l’éducation", "article L. 131-13", "LEGITEXT000006071191"),),
        related=("inscription-scolaire",),
        fields={
            "audience": "<p>Tous les enfants inscrits dans une école publique de la commune. Un enfant allergique est "
            "accueilli avec un projet d’accueil individualisé.</p>",
            "to_bring": "L’attestation de quotient familial de la caisse d’allocations familiales\n"
            "L’attestation d’assurance scolaire\n"
            "Le projet d’accueil individualisé, en cas d’allergie",
            "cost": "De 1,00 € à 3,90 € le repas, selon le quotient familial",
            "delay": "Deux jours ouvrés avant le premier repas",
            "online_text": "Inscrire un enfant à la cantine en ligne",
            "online_address": online("Cantine"),
            "counter_note": "Au guichet des familles, sans rendez-vous.",
            "phone": "01 99 00 12 45",
            "phone_note": "Pour signaler une absence, avant 9 h.",
        },
    ),
)
