"""Why a page is in a sample, in the terms of the method.

https://accessibilite.numerique.gouv.fr/obligations/evaluation-conformite/
"""

from django.db import models


class SampleKind(models.TextChoices):
    """What the method asks a sample to hold, where the site has it."""

    HOME = "home", "accueil"
    CONTACT = "contact", "contact"
    LEGAL = "legal", "mentions légales"
    ACCESSIBILITY = "accessibility", "accessibilité"
    SITE_MAP = "map", "plan du site"
    HELP = "help", "aide"
    SIGN_IN = "sign_in", "connexion"
    SEARCH = "search", "recherche"
    SERVICE = "service", "service ou usage"
    PROCESS = "process", "étape d’une démarche"
    LOOK = "look", "présentation distincte"
    DOCUMENT = "document", "document à télécharger"
    OTHER = "other", "autre raison"
    RANDOM = "random", "tirée au hasard"


NAMED = (
    SampleKind.CONTACT,
    SampleKind.LEGAL,
    SampleKind.ACCESSIBILITY,
    SampleKind.SITE_MAP,
    SampleKind.HELP,
    SampleKind.SIGN_IN,
    SampleKind.SEARCH,
)
"""The kinds of which a site has one page, known by its name."""
