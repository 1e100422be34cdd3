"""The news of Merlonges in the autumn of 2026, as plain data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from home.demo.blocks import body, bullets, callout, figure, heading, links, paragraph, quotation, steps, table, to
from home.demo.typography import typeset, typeset_all

THEMES = ("Vie municipale", "Enfance", "Cadre de vie", "Transports", "Culture", "Solidarités")


@dataclass(frozen=True)
class DemoNews:
    """One piece of news. `blocks` is called once the pages of the town exist, so that it may link to them."""

    slug: str
    title: str
    introduction: str
    date: date
    theme: str
    blocks: Callable[[], list[dict]]

    def values(self) -> dict:
        """The texts of the news but its body."""
        return {"slug": self.slug, "title": typeset(self.title), "introduction": typeset(self.introduction)}

    def body(self) -> list[dict]:
        """The body, ready for a stream."""
        return typeset_all(body(self.slug, *self.blocks()))


def _christmas_market() -> list[dict]:
    return [
        figure(
            "noel",
            alternative="De nuit, trois chalets éclairés sous la neige, et des promeneurs sous les guirlandes.",
            caption="Le marché de Noël, place des Tilleuls.",
        ),
        paragraph(
            "Du vendredi 11 au dimanche 20 décembre, de 10 h à 20 h, trente artisans s’installent autour de la "
            "fontaine. La fanfare des Merles joue chaque soir à 18 h.",
            "Le mardi 15 décembre, de 10 h à 12 h, la musique et les lumières clignotantes sont coupées : une matinée "
            "pour celles et ceux que le bruit fatigue.",
        ),
        links("En pratique", ("La navette et les bus", "bus"), ("Où se garer pendant le marché", "stationnement")),
    ]


def _budget_meeting() -> list[dict]:
    return [
        paragraph(
            "Avant le vote du 10 décembre, la maire et l’adjoint aux finances présentent le projet de budget et "
            "répondent à vos questions : mardi 1<sup>er</sup> décembre, à 18 h 30, salle des Tisserands.",
            "La réunion est traduite en langue des signes et transcrite en direct sur un écran. Une garderie accueille "
            "les enfants à partir de trois ans.",
        ),
        links("Préparer ses questions", ("Le budget expliqué", "budget")),
    ]


def _wash_house_street() -> list[dict]:
    return [
        figure(
            "chantier",
            alternative="Une pelleteuse creuse une tranchée derrière des barrières rouges et blanches.",
            caption="La tranchée avance de cinquante mètres par semaine.",
        ),
        paragraph(
            "Les conduites d’eau de la rue du Lavoir dataient de 1951 et fuyaient d’un litre sur cinq. Elles sont "
            "remplacées jusqu’au 29 janvier. Les trottoirs, refaits dans la foulée, passeront à deux mètres de large."
        ),
        heading("Ce qui change pour vous"),
        paragraph(
            bullets(
                "La rue est en sens unique, de la halle vers la mairie.",
                "L’eau est coupée trois fois ; chaque foyer est prévenu deux jours avant.",
                "Les poubelles sont collectées place de la Halle.",
            )
        ),
        links("Voir aussi", ("Tous les travaux de l’hiver", "travaux")),
    ]


def _saturday_bus() -> list[dict]:
    return [
        figure("bus", alternative="Un bus vert à l’arrêt, porte ouverte, quatre passagers à bord."),
        paragraph(
            "Depuis le 1<sup>er</sup> novembre, on monte sans payer le samedi, sur toutes les lignes. Le premier "
            "samedi, les bus ont transporté 2 310 personnes, moitié plus que d’habitude."
        ),
        quotation("Le samedi, je ne cherche plus de place : je lis.", author="Une passagère de la ligne 1"),
        links("Horaires", ("Les lignes et les tarifs", "bus")),
    ]


def _school_works() -> list[dict]:
    return [
        paragraph(
            "Les classes de l’élémentaire restent ouvertes pendant les dix-huit mois de travaux : on rénove un étage à "
            "la fois, et le bruit est réservé aux mercredis et aux vacances."
        ),
        table(
            "Calendrier des travaux de l’école du Lavoir",
            [
                ["Période", "Travaux"],
                ["Février – juin 2027", "Toit et façades"],
                ["Juillet – août 2027", "Fenêtres et chauffage"],
                ["Septembre 2027 – avril 2028", "Ascenseur et premier étage"],
                ["Mai – août 2028", "Rez-de-chaussée et cour plantée"],
            ],
            headers="both",
        ),
        paragraph(f"Le montant et le financement sont détaillés dans {to('budget', 'le budget expliqué')}."),
    ]


def _plant_trees() -> list[dict]:
    return [
        figure("parc", alternative="Un étang entouré d’arbres d’automne ; un banc au premier plan."),
        paragraph(
            "Soixante-huit enfants sont nés à Merlonges cette année. Chacun aura son arbre, planté samedi 28 "
            "novembre, à 10 h, sur les bords de la Lonze. Apportez des bottes ; les bêches et le chocolat chaud sont "
            "fournis."
        ),
        paragraph("Le chemin est stabilisé depuis le parking, et des plantations se font à hauteur de fauteuil."),
    ]


def _librarian_at_home() -> list[dict]:
    return [
        paragraph(
            "Vous aimez lire mais ne sortez plus guère ? Tous les quinze jours, Agathe, bibliothécaire, sonne à votre "
            "porte avec un sac de livres choisis pour vous : romans, gros caractères, livres audio et leur lecteur."
        ),
        steps(
            ("Appeler la médiathèque", "Au 01 99 00 12 50, du mardi au samedi. Un proche peut le faire pour vous."),
            ("Dire ce que vous aimez", "Policiers, histoire, jardins, poésie : Agathe note tout."),
            ("Ouvrir la porte", "Le service est gratuit et sans durée."),
            level=2,
        ),
        links("Voir aussi", ("La médiathèque", "mediatheque"), ("Les services aux aînés", "aines")),
    ]


def _cold_register() -> list[dict]:
    return [
        callout(
            "Vous vivez seul, ou l’un de vos voisins ? L’inscription au registre se fait en cinq minutes, au 01 99 "
            "00 12 40.",
            kind="attention",
        ),
        paragraph(
            "Dès que le thermomètre descend sous moins cinq degrés, une agente appelle chaque personne inscrite, "
            "tous les jours. Sans réponse, quelqu’un passe. L’hiver dernier, 214 habitants étaient inscrits."
        ),
        links("Voir aussi", ("Vivre chez soi : tous les services", "aines")),
    ]


def _heritage_finds() -> list[dict]:
    return [
        figure(
            "lavoir",
            alternative="Le lavoir : un bassin de pierre sous un toit de tuiles porté par des poteaux.",
            caption="Le lavoir de 1846, dont la charpente vient d’être reprise.",
        ),
        paragraph(
            "En levant une dalle, les tailleurs de pierre ont trouvé dix-neuf battoirs de bois, marqués chacun d’un "
            "signe : une étoile, un poisson, une clé. Les laveuses y reconnaissaient le leur. Ils sont exposés à la "
            "médiathèque jusqu’au 27 février."
        ),
        links("Voir aussi", ("Le patrimoine de la ville", "patrimoine")),
    ]


def _cycle_track() -> list[dict]:
    return [
        figure("velo", alternative="Un vélo rouge contre une barrière, au bord de la rivière."),
        paragraph(
            "La future piste reliera le Pré-Long au collège en sept minutes. Le tracé a été modifié après la réunion "
            "du 6 octobre : les arrêts de bus passent du côté du trottoir, pour que personne n’ait à traverser la "
            "piste."
        ),
        paragraph(
            f"Les travaux vont de février à avril ; la circulation sera alternée. Voyez {to('velo', 'la page Vélo')} "
            "pour les aides à l’achat."
        ),
    ]


def _menu_committee() -> list[dict]:
    return [
        figure("repas", alternative="Un plateau-repas vu de dessus : légumes, salade, pain et pomme."),
        paragraph(
            "Douze enfants et quatre parents ont goûté, noté et parfois recraché les recettes de l’hiver. Verdict : "
            "oui à la soupe de courge, non au chou de Bruxelles entier, oui s’il est rôti."
        ),
        links("À table", ("Les menus de la semaine", "cantine")),
    ]


def _public_inquiry() -> list[dict]:
    return [
        paragraph(
            "La modification du plan local d’urbanisme rend inconstructibles onze hectares de jardins inondables. Le "
            "dossier se lit en mairie, et une version expliquée tient en quatre pages.",
            "La commissaire enquêtrice reçoit les samedis 5 et 12 décembre, de 9 h à 12 h. Vous pouvez aussi écrire, "
            "ou dicter votre avis à l’accueil.",
        ),
        links("En savoir plus", ("Construire et rénover", "urbanisme")),
    ]


NEWS = (
    DemoNews(
        "marche-de-noel",
        "Le marché de Noël s’installe place des Tilleuls",
        "Trente artisans, une navette gratuite et une matinée au calme, du 11 au 20 décembre.",
        date(2026, 11, 23),
        "Culture",
        _christmas_market,
    ),
    DemoNews(
        "reunion-publique-budget",
        "Budget 2027 : venez poser vos questions",
        "La réunion publique a lieu le mardi 1er décembre, à 18 h 30, salle des Tisserands.",
        date(2026, 11, 20),
        "Vie municipale",
        _budget_meeting,
    ),
    DemoNews(
        "enquete-publique-bords-de-lonze",
        "Bords de Lonze : donnez votre avis jusqu’au 18 décembre",
        "Une enquête publique porte sur la protection de onze hectares de jardins.",
        date(2026, 11, 18),
        "Cadre de vie",
        _public_inquiry,
    ),
    DemoNews(
        "portage-de-livres",
        "Les livres viennent à vous",
        "La médiathèque porte des livres à domicile aux personnes qui ne sortent plus.",
        date(2026, 11, 13),
        "Culture",
        _librarian_at_home,
    ),
    DemoNews(
        "registre-grand-froid",
        "Grand froid : inscrivez-vous, inscrivez vos voisins",
        "Un appel par jour, et une visite si personne ne répond.",
        date(2026, 11, 12),
        "Solidarités",
        _cold_register,
    ),
    DemoNews(
        "un-arbre-une-naissance",
        "Un arbre pour chaque naissance",
        "Rendez-vous le samedi 28 novembre, à 10 h, sur les bords de la Lonze.",
        date(2026, 11, 9),
        "Cadre de vie",
        _plant_trees,
    ),
    DemoNews(
        "rue-du-lavoir-en-travaux",
        "Rue du Lavoir : l’eau d’abord, les trottoirs ensuite",
        "Le chantier a commencé le 2 novembre et dure jusqu’au 29 janvier.",
        date(2026, 11, 3),
        "Cadre de vie",
        _wash_house_street,
    ),
    DemoNews(
        "bus-gratuit-le-samedi",
        "Le bus est gratuit le samedi",
        "Sur toutes les lignes, toute la journée, depuis le 1er novembre.",
        date(2026, 11, 2),
        "Transports",
        _saturday_bus,
    ),
    DemoNews(
        "les-battoirs-du-lavoir",
        "Dix-neuf battoirs retrouvés sous le lavoir",
        "La restauration du lavoir a livré une belle surprise, à voir à la médiathèque.",
        date(2026, 10, 27),
        "Culture",
        _heritage_finds,
    ),
    DemoNews(
        "commission-des-menus",
        "Les enfants choisissent les menus de l’hiver",
        "La commission des menus a goûté quatorze recettes ; neuf sont retenues.",
        date(2026, 10, 19),
        "Enfance",
        _menu_committee,
    ),
    DemoNews(
        "piste-de-la-rue-des-saules",
        "Une piste cyclable du Pré-Long au collège",
        "Le tracé, revu avec les habitants, est arrêté ; les travaux commencent en février.",
        date(2026, 10, 15),
        "Transports",
        _cycle_track,
    ),
    DemoNews(
        "ecole-du-lavoir-renovee",
        "École du Lavoir : le calendrier des travaux",
        "Isolation, ascenseur, cour plantée : dix-huit mois de chantier, sans fermer une classe.",
        date(2026, 10, 12),
        "Enfance",
        _school_works,
    ),
)
