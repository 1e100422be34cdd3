"""Ways from one page, or from one part of a page, to another."""

from django.core.paginator import Paginator

from home.menus import Entry, Link
from portal.components.catalogue import Component, Example


def _results() -> dict:
    paginator = Paginator(range(120), 10)
    page = paginator.page(4)
    numbers = list(paginator.get_elided_page_range(4, on_each_side=1))
    return {"page_of_results": page, "page_numbers": numbers, "ellipsis": paginator.ELLIPSIS}


_SCHOOLS = (Link("Écoles", "/ecoles/"), Link("Cantine", "/cantine/", "page"), Link("Centre de loisirs", "/loisirs/"))

COMPONENTS = (
    Component(
        "liens-d-evitement",
        "Liens d’accès rapide",
        "Les premiers de la page, visibles dès que le clavier y arrive.",
        "components/skip_links.html",
        (Example("En tête de page"),),
        frame=True,
    ),
    Component(
        "menu",
        "Menu principal",
        "Des liens, et des titres qui ouvrent les leurs\u00a0: éléments natifs, sans script, un seul ouvert à la fois.",
        "home/includes/main_menu.html",
        (
            Example(
                "À deux niveaux",
                {
                    "id": "menu-exemple",
                    "label": "Menu donné en exemple",
                    "language": "fr",
                    "entries": [
                        Entry("Vie municipale", "/vie-municipale/", ""),
                        Entry("Enfance", "", "true", _SCHOOLS),
                        Entry("Actualités", "/actualites/", ""),
                    ],
                },
            ),
        ),
    ),
    Component(
        "langues",
        "Langues de la page",
        "Chaque langue par son nom, dans sa langue.",
        "components/language_switch.html",
        (
            Example(
                "Deux langues",
                {
                    "translations": [
                        {"language": "fr", "url": "/", "current": True},
                        {"language": "en", "url": "/en/", "current": False},
                    ]
                },
            ),
        ),
    ),
    Component(
        "fil-d-ariane",
        "Fil d’Ariane",
        "Où est la page dans le site.",
        "components/breadcrumb.html",
        (
            Example(
                "Trois niveaux",
                {
                    "language": "fr",
                    "trail": [Link("Accueil", "/"), Link("Les démarches", "/demarches/")],
                    "here": "Demander un acte de naissance",
                },
            ),
        ),
    ),
    Component(
        "pagination",
        "Pagination",
        "Des liens dont chacun se comprend seul.",
        "components/pagination.html",
        (Example("Quatrième page sur douze", _results),),
    ),
    Component(
        "haut-de-page",
        "Retour en haut",
        "Au pied des pages.",
        "components/back_to_top.html",
        (Example("Au pied de la page"),),
    ),
    Component(
        "apparence",
        "Choix de l’apparence",
        "Claire, sombre, ou celle de l’appareil. Sans script.",
        "components/appearance.html",
        (Example("Au pied de la page"),),
        frame=True,
    ),
    Component(
        "accordeon",
        "Accordéon",
        "Des réponses que l’on ouvre. Tout s’imprime.",
        "home/blocks/accordion.html",
        (
            Example(
                "Deux questions",
                {
                    "value": {
                        "panels": [
                            {"title": "Faut-il prendre rendez-vous\u202f?", "text": "<p>Non, sauf le samedi.</p>"},
                            {"title": "Combien de temps cela prend-il\u202f?", "text": "<p>Un quart d’heure.</p>"},
                        ]
                    }
                },
            ),
        ),
    ),
    Component(
        "onglets",
        "Onglets",
        "Des parties dont une seule se lit à la fois. Éléments natifs\u00a0: un accordéon là où il n’y a pas la place.",
        "components/tabs.html",
        (
            Example(
                "Trois façons de faire",
                {
                    "name": "facons",
                    "tabs": [
                        {"title": "En ligne", "text": "À toute heure, avec un compte ou sans."},
                        {"title": "Au guichet", "text": "Hôtel de ville, 1 place des Tilleuls, sans rendez-vous."},
                        {"title": "Par courrier", "text": "Service de l’état civil, 99999 Merlonges."},
                    ],
                },
            ),
        ),
    ),
    Component(
        "dialogue",
        "Boîte de dialogue",
        "Une précision que l’on ouvre et que l’on ferme, par la touche Échap aussi. Jamais la seule voie.",
        "components/dialog.html",
        (
            Example(
                "Une précision",
                {
                    "id": "precision-filiation",
                    "opener": "Qu’est-ce que la filiation\u202f?",
                    "title": "La filiation",
                    "text": "Les noms des parents, écrits dans l’acte.",
                },
            ),
        ),
    ),
)
