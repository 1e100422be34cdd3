"""How to reach somebody, and how to come."""

from django.core.validators import RegexValidator
from wagtail.blocks import CharBlock, DecimalBlock, EmailBlock, StructBlock, StructValue, TextBlock

from home.blocks.errors import problem
from home.blocks.text import HeadingLevelBlock, ParagraphBlock
from home.maps import map_address
from home.phones import dialled, shown

PHONE = RegexValidator(
    r"^\+?[0-9]([ .\u00a0-]?[0-9]){1,14}$",
    "Écrivez un seul numéro, avec des chiffres et des espaces\u00a0: 01 99 00 12 34, 3939 ou +33 1 99 00 12 34.",
)


def lines(text: str | None) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class ContactValue(StructValue):
    """A contact as templates show it."""

    @property
    def phone_number(self) -> str:
        """As a link wants it: digits, and a leading plus sign."""
        return dialled(self["phone"])

    @property
    def shown_phone(self) -> str:
        return shown(self["phone"])

    @property
    def address_lines(self) -> list[str]:
        return lines(self.get("address"))

    @property
    def hours_lines(self) -> list[str]:
        return lines(self.get("hours"))


class ContactCardBlock(StructBlock):
    """A person or a service, and at least one way to reach it."""

    mendable = {"heading": "name"}

    name = CharBlock(label="Nom", required=False, max_length=160, help_text="D’une personne ou d’un service.")
    level = HeadingLevelBlock(label="Niveau du titre", default="3")
    role = CharBlock(label="Fonction", required=False, max_length=160)
    phone = CharBlock(label="Téléphone", required=False, max_length=30, validators=[PHONE])
    email = EmailBlock(label="Adresse électronique", required=False)
    address = TextBlock(label="Adresse postale", required=False, rows=3, help_text="Une ligne par ligne d’adresse.")
    hours = TextBlock(label="Horaires", required=False, rows=3, help_text="Une ligne par plage d’ouverture.")

    def clean(self, value):
        value = super().clean(value)
        if not (value["phone"] or value["email"] or value["address"].strip() or self.is_deferred_validation):
            raise problem(phone="Donnez au moins un moyen de joindre ce contact\u00a0: téléphone, courriel ou adresse.")
        return value

    class Meta:
        label = "Contact"
        icon = "user"
        value_class = ContactValue
        template = "home/blocks/contact_card.html"
        description = "Une personne ou un service, et comment les joindre."
        preview_value = {
            "name": "Service de l’état civil",
            "level": "2",
            "role": "Naissances, mariages, décès",
            "phone": "01 99 00 12 34",
            "email": "etat-civil@ville.example",
            "address": "1 place de la Mairie\n99000 Ville",
            "hours": "Du lundi au vendredi, de 8\u00a0h\u00a030 à 17\u00a0h",
        }


class PlaceValue(StructValue):
    """A place as templates show it."""

    @property
    def address_lines(self) -> list[str]:
        return lines(self["address"])

    @property
    def map_address(self) -> str:
        return map_address(self.address_lines, self.get("latitude"), self.get("longitude"))


class PlaceBlock(StructBlock):
    """A place by its address and how to come; the map is a link, so that nobody else learns of the visit."""

    mendable = {"heading": "name"}

    name = CharBlock(label="Nom du lieu", max_length=160)
    level = HeadingLevelBlock(label="Niveau du titre", default="3")
    address = TextBlock(label="Adresse", rows=3, help_text="Une ligne par ligne d’adresse.")
    access = ParagraphBlock(
        label="Comment venir",
        required=False,
        help_text="Transports, stationnement, entrée accessible aux personnes handicapées.",
    )
    latitude = DecimalBlock(
        label="Latitude",
        required=False,
        min_value=-90,
        max_value=90,
        decimal_places=7,
        help_text="Facultative, avec la longitude\u00a0: le plan s’ouvre alors à l’endroit exact.",
    )
    longitude = DecimalBlock(label="Longitude", required=False, min_value=-180, max_value=180, decimal_places=7)

    def clean(self, value):
        value = super().clean(value)
        if value["latitude"] is not None and value["longitude"] is None:
            raise problem(longitude="Donnez aussi la longitude, ou retirez la latitude.")
        if value["longitude"] is not None and value["latitude"] is None:
            raise problem(latitude="Donnez aussi la latitude, ou retirez la longitude.")
        return value

    class Meta:
        label = "Lieu"
        icon = "site"
        value_class = PlaceValue
        template = "home/blocks/place.html"
        description = "L’adresse d’un lieu, comment y venir, et un lien vers un plan."
        preview_value = {
            "name": "Médiathèque",
            "level": "2",
            "address": "12 rue des Tilleuls\n99000 Ville",
            "access": "<p>Bus 2, arrêt Tilleuls. L’entrée de plain-pied est côté jardin.</p>",
        }
