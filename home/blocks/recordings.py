"""Video and sound: native players that start nothing by themselves, and the text that goes with them (RGAA 4)."""

from django.utils.html import strip_tags
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, StructBlock, StructValue
from wagtail.documents.blocks import DocumentChooserBlock

from home.blocks.accessible_version import format_and_weight
from home.blocks.documents import file_problem, sample_document
from home.blocks.errors import problem
from home.blocks.text import LANGUAGES, ParagraphBlock

SPOKEN_LANGUAGES = [("fr", "Français"), *LANGUAGES]


def says_something(text) -> bool:
    return bool(strip_tags(getattr(text, "source", text) or "").replace("&nbsp;", " ").strip())


class RecordingValue(StructValue):
    """A recording as templates show it."""

    @property
    def details(self) -> str:
        return format_and_weight(self["file"])

    @property
    def language_name(self) -> str:
        return dict(SPOKEN_LANGUAGES)[self.get("language") or "fr"]

    @property
    def has_transcription(self) -> bool:
        return says_something(self.get("transcription"))


class RecordingBlock(StructBlock):
    """A recording with its title, and its transcription unless it repeats a text of the page (RGAA 4.1, 4.7)."""

    mendable = {"heading": "title"}

    formats: tuple[str, ...] = ()

    title = CharBlock(label="Titre", max_length=160)
    file = DocumentChooserBlock(label="Fichier")
    language = ChoiceBlock(label="Langue parlée", choices=SPOKEN_LANGUAGES, default="fr", search_index=False)
    transcription = ParagraphBlock(
        label="Transcription",
        required=False,
        help_text="Tout ce qui se dit, qui le dit, et ce qu’il faut voir ou entendre pour comprendre.",
    )
    repeats_text = BooleanBlock(
        label="L’enregistrement redit un texte de la page",
        required=False,
        help_text="Par exemple une version en langue des signes. La page tient alors lieu de transcription.",
    )

    def clean(self, value):
        value = super().clean(value)
        problems = self.problems(value)
        if problems:
            raise problem(**problems)
        return value

    def problems(self, value) -> dict[str, str]:
        """What is to be mended, by field."""
        problems = {}
        if value["file"] and (trouble := file_problem(value["file"], self.formats)):
            problems["file"] = trouble
        if not (says_something(value["transcription"]) or value["repeats_text"] or self.is_deferred_validation):
            problems["transcription"] = (
                "Écrivez la transcription, ou cochez la case qui dit que l’enregistrement redit un texte de la page."
            )
        return problems


def is_webvtt(document) -> bool:
    """Whether the file begins as captions do."""
    with document.open_file() as file:
        return file.read(9).removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


class VideoBlock(RecordingBlock):
    """A video with captions (RGAA 4.3), unless it has no sound."""

    formats = ("mp4", "webm")

    captions = DocumentChooserBlock(
        label="Sous-titres", required=False, help_text="Un fichier VTT, dans la langue parlée."
    )
    silent = BooleanBlock(label="La vidéo n’a pas de son", required=False)

    def problems(self, value) -> dict[str, str]:
        problems = super().problems(value)
        captions = value["captions"]
        if captions and (trouble := file_problem(captions, ("vtt",))):
            problems["captions"] = trouble
        elif captions and not is_webvtt(captions):
            problems["captions"] = (
                "Ce fichier n’est pas un fichier de sous-titres WebVTT\u00a0: sa première ligne serait WEBVTT."
            )
        elif not (captions or value["silent"] or self.is_deferred_validation):
            problems["captions"] = "Donnez les sous-titres, ou cochez la case qui dit que la vidéo n’a pas de son."
        return problems

    class Meta:
        label = "Vidéo"
        icon = "media"
        value_class = RecordingValue
        template = "home/blocks/video.html"
        description = "Une vidéo avec ses sous-titres et sa transcription."

        @staticmethod
        def preview_value():
            return {
                "title": "Visite de la médiathèque",
                "file": sample_document("Visite de la médiathèque", "visite.mp4", 12_400_000),
                "language": "fr",
                "captions": sample_document("Sous-titres de la visite", "visite.vtt", 2_100),
                "transcription": "<p>Claire Morel ouvre la porte\u00a0: «\u00a0Bienvenue à la médiathèque.\u00a0»</p>",
            }


class AudioBlock(RecordingBlock):
    """A sound recording."""

    formats = ("mp3", "m4a", "ogg")

    class Meta:
        label = "Enregistrement sonore"
        icon = "comment"
        value_class = RecordingValue
        template = "home/blocks/audio.html"
        description = "Un son à écouter, avec sa transcription."

        @staticmethod
        def preview_value():
            return {
                "title": "Les halles racontées par leurs marchands",
                "file": sample_document("Les halles", "halles.mp3", 5_800_000),
                "language": "fr",
                "transcription": "<p>Paul Renaud, maraîcher\u00a0: «\u00a0Je suis arrivé ici en 1978.\u00a0»</p>",
            }
