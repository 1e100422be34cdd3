from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The editorial pages of the portal: page types, blocks, navigation, search."""

    name = "home"
    verbose_name = "Pages du portail"
