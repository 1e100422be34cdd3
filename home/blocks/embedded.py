"""Contents of third parties, which learn of a visit only when the visitor asks for them."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.blocks import CharBlock, StructBlock, StructValue, URLBlock

from home.blocks.errors import problem
from home.blocks.text import HeadingLevelBlock
from home.french import enumeration


def may_be_framed(address: str) -> bool:
    """Whether the site's settings let this address into a frame: PARVIS_FRAME_HOSTS, the same list as in the CSP."""
    parts = urlsplit(address)
    return parts.scheme == "https" and parts.netloc in settings.PARVIS_FRAME_HOSTS


class EmbeddedValue(StructValue):
    """An embedded content as templates show it."""

    @property
    def host(self) -> str:
        return urlsplit(self["address"]).hostname or ""

    @property
    def frame(self) -> str:
        """The address to show inside the page, where it is allowed today; the setting may have changed since."""
        address = self.get("frame_address") or ""
        return address if may_be_framed(address) else ""


class EmbeddedContentBlock(StructBlock):
    """A link to a third party's page and, where it is allowed, a button that opens it in a titled frame (RGAA 2.1).

    Nothing is asked of the third party before that, and the reader is told who would receive what.
    """

    mendable = {"heading": "title"}

    title = CharBlock(
        label="Titre", max_length=160, help_text="Ce que l’on y trouve\u00a0: «\u00a0Plan des bus\u00a0»."
    )
    level = HeadingLevelBlock(label="Niveau du titre", default="3")
    provider = CharBlock(label="Service qui le fournit", max_length=80, help_text="Par exemple «\u00a0PeerTube\u00a0».")
    address = URLBlock(label="Adresse de la page", help_text="La page du service que le lien ouvre.")
    data_sent = CharBlock(
        label="Ce que le service reçoit",
        max_length=250,
        default="votre adresse IP et des informations sur votre navigateur",
        help_text="Complète la phrase «\u00a0Le service recevra…\u00a0». Dites s’il dépose des traceurs.",
    )
    frame_address = URLBlock(
        label="Adresse du cadre",
        required=False,
        help_text="Pour afficher le contenu dans la page, à la demande du visiteur. "
        "Seuls les services autorisés par les réglages du site peuvent l’être.",
    )

    def clean(self, value):
        value = super().clean(value)
        if value["frame_address"] and not may_be_framed(value["frame_address"]):
            raise problem(frame_address=self._refusal())
        return value

    @staticmethod
    def _refusal() -> str:
        if not settings.PARVIS_FRAME_HOSTS:
            return (
                "Ce site ne permet à aucun autre service de s’afficher dans ses pages. Laissez ce champ vide\u00a0: "
                "les visiteurs suivront le lien."
            )
        allowed = enumeration([f"https://{host}" for host in settings.PARVIS_FRAME_HOSTS])
        return f"Seules les adresses qui commencent par {allowed} peuvent s’afficher dans la page."

    class Meta:
        label = "Contenu d’un autre service"
        icon = "code"
        value_class = EmbeddedValue
        template = "home/blocks/embedded_content.html"
        description = "Une vidéo, une carte ou un formulaire d’un autre service, que le visiteur choisit d’ouvrir."
        preview_value = {
            "title": "Plan des lignes de bus",
            "level": "2",
            "provider": "Transports du Val",
            "address": "https://bus.example.org/plan",
            "data_sent": "votre adresse IP et des informations sur votre navigateur",
        }
