"""What the portal says to get attention."""

from portal.components.catalogue import Component, Example

COMPONENTS = (
    Component(
        "message",
        "Message",
        "Une information à ne pas manquer dans une page, ou la réponse à une action. Son espèce est écrite.",
        "components/alert.html",
        (
            Example(
                "Information",
                {"kind": "information", "text": "La mairie ferme à 16 heures le 24 décembre."},
            ),
            Example(
                "Attention",
                {"kind": "attention", "text": "Les inscriptions se terminent le 31 mars."},
            ),
            Example(
                "Réussite, annoncée",
                {"kind": "success", "announced": True, "text": "Votre demande porte le numéro 2026-0042."},
            ),
            Example(
                "Erreur, annoncée",
                {"kind": "error", "announced": True, "text": "Le fichier est trop lourd\u00a0: 10 Mo au plus."},
            ),
        ),
    ),
    Component(
        "bandeau",
        "Bandeau d’alerte",
        "En haut de toutes les pages, jusqu’à la fin de l’alerte.",
        "home/includes/urgent_alert.html",
        tuple(
            Example(said, lambda level=level, said=said: _alert(level, said))
            for level, said in (("information", "Information"), ("vigilance", "Vigilance"), ("danger", "Danger"))
        ),
    ),
)


def _alert(level: str, said: str) -> dict:
    from datetime import datetime

    from django.utils import timezone

    ends = timezone.make_aware(datetime(2026, 12, 1, 18))
    return {
        "alert": {
            "level": level,
            "get_level_display": said,
            "title": "vent violent sur la commune",
            "message": "Les parcs et le cimetière sont fermés. Rentrez ce qui peut s’envoler.",
            "link_text": "Ce qui est fermé aujourd’hui",
            "ends_at": ends,
        },
        "link": "/cadre-de-vie/",
    }
