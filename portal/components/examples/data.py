"""Figures, dates and pictures."""

from portal.charts import Chart, Kind, Series
from portal.components.catalogue import Component, Example

YEARS = ("2022", "2023", "2024", "2025", "2026")

COMPONENTS = (
    Component(
        "tableau",
        "Tableau",
        "Plus large que l’écran, il défile dans sa région, au clavier aussi.",
        "components/table.html",
        (
            Example(
                "Tarifs de la piscine",
                {
                    "caption": "Tarifs de la piscine en 2026",
                    "header": ["Public", "Une entrée", "Dix entrées", "Un an"],
                    "rows": [
                        ["Adultes", "4,20\u00a0€", "36\u00a0€", "190\u00a0€"],
                        ["Moins de 18 ans", "2,10\u00a0€", "18\u00a0€", "95\u00a0€"],
                        ["Demandeurs d’emploi", "2,10\u00a0€", "18\u00a0€", "95\u00a0€"],
                    ],
                },
            ),
        ),
    ),
    Component(
        "graphique",
        "Graphique",
        "Un dessin et son tableau, des mêmes chiffres. Hachures, traits et repères remplacent la couleur.",
        "components/chart.html",
        (
            Example(
                "Barres",
                {
                    "chart": Chart(
                        id="budget",
                        kind=Kind.BAR,
                        title="Dépenses par an",
                        unit="en milliers d’euros",
                        categories_name="Année",
                        categories=YEARS,
                        series=(
                            Series("Fonctionnement", (7420, 7610, 7890, 8010, 8150)),
                            Series("Investissement", (2100, 3400, 2800, 4200, 3900)),
                        ),
                        source="comptes administratifs de la ville",
                    )
                },
            ),
            Example(
                "Courbes",
                {
                    "chart": Chart(
                        id="frequentation",
                        kind=Kind.LINE,
                        title="Entrées à la médiathèque et à la piscine",
                        categories_name="Année",
                        categories=YEARS,
                        series=(
                            Series("Médiathèque", (18200, 21400, 24100, 25300, 27800)),
                            Series("Piscine", (31000, 33500, 30200, 34100, 35600)),
                            Series("Patinoire", (0, 4100, 5200, 4900, 6100)),
                        ),
                        source="service des sports et de la culture",
                    )
                },
            ),
        ),
    ),
    Component(
        "chronologie",
        "Chronologie",
        "Ce qui s’est passé, ce qui se passe, ce qui vient.",
        "components/timeline.html",
        (
            Example(
                "Une demande suivie",
                {
                    "events": [
                        {
                            "when": "3 novembre 2026",
                            "title": "Demande envoyée",
                            "text": "Elle porte le numéro 2026-0042.",
                        },
                        {"when": "5 novembre 2026", "title": "Pièces vérifiées", "state": "En cours", "current": True},
                        {"when": "Avant le 20 novembre 2026", "title": "Réponse de la mairie"},
                    ]
                },
            ),
        ),
    ),
    Component(
        "figure",
        "Image avec sa légende",
        "L’alternative dit l’image, la légende dit ce qu’elle fait là.",
        "home/includes/sample_figure.html",
        (Example("Une photo", {"caption": "La place des Tilleuls après les travaux"}),),
    ),
)
