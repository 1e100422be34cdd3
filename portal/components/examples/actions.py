"""What one presses or follows."""

from portal.components.catalogue import Component, Example

COMPONENTS = (
    Component(
        "bouton",
        "Bouton",
        "Ce qui agit, ou la première chose à faire dans une page. Un seul bouton plein par écran.",
        "components/button.html",
        (
            Example("Action principale", {"text": "Envoyer la demande", "type": "button"}),
            Example("Action secondaire", {"text": "Enregistrer le brouillon", "type": "button", "kind": "secondary"}),
            Example("Action qui détruit", {"text": "Annuler le rendez-vous", "type": "button", "kind": "danger"}),
            Example("Lien qui ressemble à un bouton", {"text": "Commencer la démarche", "address": "/demarches/"}),
        ),
    ),
    Component(
        "lien",
        "Lien avec une icône",
        "L’icône aide l’œil et ne dit rien que le texte ne dise.",
        "components/link.html",
        (
            Example("Aller plus loin", {"text": "Toutes les actualités", "address": "/actualites/", "icon": "next"}),
            Example(
                "Télécharger",
                {"text": "Règlement de la cantine (PDF, 340 ko)", "address": "/documents/", "icon": "download"},
            ),
            Example("Téléphoner", {"text": "01 99 00 12 34", "address": "tel:0199001234", "icon": "phone"}),
        ),
    ),
    Component(
        "etiquettes",
        "Étiquettes",
        "Des mots qui classent. Avec une adresse, elles filtrent.",
        "components/tags.html",
        (
            Example("Qui classent", {"tags": [{"text": "Culture"}, {"text": "Gratuit"}]}),
            Example(
                "Qui filtrent",
                {
                    "tags": [
                        {"text": "Naissance", "address": "/demarches/?evenement=naissance", "current": True},
                        {"text": "Déménagement", "address": "/demarches/?evenement=demenagement"},
                    ]
                },
            ),
        ),
    ),
    Component(
        "cartes",
        "Cartes",
        "Un titre qui est le lien, une phrase. En liste, pour que leur nombre soit annoncé.",
        "components/cards.html",
        (
            Example(
                "Trois rubriques",
                {
                    "level": "3",
                    "cards": [
                        {
                            "title": "Vie municipale",
                            "address": "/vie-municipale/",
                            "text": "Vos élus, leurs décisions.",
                        },
                        {
                            "title": "Cadre de vie",
                            "address": "/cadre-de-vie/",
                            "text": "Déchets, travaux, espaces verts.",
                        },
                        {"title": "Se déplacer", "address": "/se-deplacer/", "text": "Bus, vélo, stationnement."},
                    ],
                },
            ),
        ),
    ),
)
