"""What the town undertakes for the accessibility of its digital services: three years, then one."""

from home.demo.blocks import bullets, heading, paragraph, table, to


def schema() -> list[dict]:
    return [
        heading("La politique de la ville"),
        paragraph(
            "Chaque page, chaque document et chaque formulaire doit servir aux personnes aveugles, malvoyantes, "
            "sourdes, ou qui naviguent au clavier, comme à tout le monde. Un contenu qui ne le permet pas n’est pas "
            "publié.",
            f"L’état du site est dit dans la {to('accessibilite', 'déclaration d’accessibilité')}.",
        ),
        heading("Qui s’en occupe"),
        paragraph(
            bullets(
                "<b>Le référent accessibilité</b>, Samir Ferrand, suit les audits et répond aux signalements.",
                "<b>Le service communication</b> publie les pages et refait les documents.",
                "<b>Le service de la commande publique</b> écrit la clause d’accessibilité de chaque marché, et la "
                "fait vérifier à la livraison.",
            )
        ),
        heading("Les moyens"),
        table(
            "Moyens par année",
            [
                ["Année", "Formation", "Audits", "Corrections"],
                ["2025", "12 agents, un jour", "Contrôle automatique du site", "Modèles de pages"],
                ["2026", "18 agents, un jour", "Audit de la page d’accueil", "Documents des démarches"],
                ["2027", "Tous les agents qui publient", "Audit complet par une société", "Cartes et vidéos"],
            ],
            headers="both",
        ),
        heading("Les demandes des habitants"),
        paragraph(
            "Un formulaire est au pied de chaque page. Chaque signalement reçoit un accusé de réception tout de suite "
            "et une réponse sous sept jours."
        ),
        heading("Plus loin que la loi"),
        paragraph(
            "Les pages les plus lues ont une version facile à lire et à comprendre. L’accueil de la mairie reçoit en "
            "langue des signes le premier mardi du mois. Un contraste renforcé est visé pour les textes."
        ),
    ]


def plan() -> list[dict]:
    return [
        heading("Ce qui est prévu en 2026"),
        table(
            "Actions de 2026",
            [
                ["Action", "Qui", "Pour quand"],
                ["Former les agents qui publient", "Ressources humaines", "Juin"],
                ["Refaire les documents des dix démarches les plus demandées", "Communication", "Septembre"],
                ["Sous-titrer les vidéos du conseil municipal", "Communication", "Octobre"],
                ["Choisir la société qui fera l’audit complet", "Commande publique", "Décembre"],
            ],
            headers="both",
        ),
        heading("Le bilan de 2025"),
        paragraph(
            bullets(
                "<b>Fait :</b> le nouveau site, dont chaque page est contrôlée avant d’être publiée.",
                "<b>Fait :</b> douze agents formés à écrire des pages et des documents accessibles.",
                "<b>Reporté à 2026 :</b> les documents des démarches, faute de temps.",
            ),
            "Sept signalements ont été reçus, et tous ont eu une réponse dans la semaine.",
        ),
        heading("La suite"),
        paragraph(
            f"L’ensemble suit le {to('accessibilite-schema', 'schéma pluriannuel 2025-2027')}. Le plan de 2027 sera "
            "publié en janvier."
        ),
    ]
