"""What the menu and the foot of every page are made of."""

from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StreamBlock, StructBlock

from home.blocks.errors import problem
from home.link_targets import ADDRESS_HELP, check_address

ONE_TARGET = "Indiquez une page ou une adresse\u00a0: une seule des deux."
TEXT_WANTED = "Écrivez le texte à montrer."


class NavigationLinkBlock(StructBlock):
    """A link to a page, by its title unless the editor gives another text, or to an address."""

    text = CharBlock(
        label="Texte", required=False, max_length=80, help_text="Sans texte, c’est le titre de la page qui est montré."
    )
    page = PageChooserBlock(label="Page du site", required=False)
    address = CharBlock(
        label="Adresse", required=False, max_length=500, help_text=ADDRESS_HELP, validators=[check_address]
    )

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            self._check_targets(value)
            if not value["text"] and not value["page"]:
                raise problem(text=TEXT_WANTED)
        return value

    def _check_targets(self, value) -> None:
        if bool(value["page"]) == bool(value["address"]):
            raise problem(**dict.fromkeys(["page", "address"] if value["page"] else ["page"], ONE_TARGET))

    class Meta:
        label = "Lien"
        icon = "link"


class MenuEntryBlock(NavigationLinkBlock):
    """An entry of the main menu: a link, or a title that opens a second level of links."""

    links = ListBlock(
        NavigationLinkBlock(),
        label="Deuxième niveau",
        default=[],
        max_num=12,
        help_text="Avec des liens ici, l’entrée s’ouvre et les montre\u00a0; sa propre page, s’il y en a une, "
        "vient en premier.",
    )

    def _check_targets(self, value) -> None:
        if value["page"] and value["address"] or not (value["page"] or value["address"] or value["links"]):
            super()._check_targets(value)

    class Meta:
        label = "Entrée du menu"
        icon = "bars"


class FooterColumnBlock(StructBlock):
    """A titled list of links at the foot of every page."""

    title = CharBlock(label="Titre", max_length=60)
    links = ListBlock(NavigationLinkBlock(), label="Liens", min_num=1, max_num=12)

    class Meta:
        label = "Colonne"
        icon = "list-ul"


class MenuBlock(StreamBlock):
    """The entries of the main menu."""

    entry = MenuEntryBlock()


class FooterBlock(StreamBlock):
    """The columns of the foot of every page."""

    column = FooterColumnBlock()


class LinksBlock(StreamBlock):
    """Links one after the other."""

    link = NavigationLinkBlock()
