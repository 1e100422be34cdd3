"""The documents, the sound and the video of the town, made once by the programs of `home/demo/making`."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile

from home.demo.typography import typeset
from home.models import PortalDocument

FOLDER = Path(__file__).parent / "files"


@dataclass(frozen=True)
class DemoFile:
    """A file of the library, under a title that tells what it holds."""

    name: str
    title: str


FILES = {
    file.name: file
    for file in (
        DemoFile("budget-2027.pdf", "Le budget 2027 de Merlonges en bref"),
        DemoFile("reglement-cantine.pdf", "Règlement de la cantine de Merlonges"),
        DemoFile("conseil-2026-10-08.pdf", "Compte rendu du conseil municipal de Merlonges du 8 octobre 2026"),
        DemoFile("welcome-guide.pdf", "Welcome to Merlonges"),
        DemoFile("message-accueil.mp3", "Message d’accueil de la mairie de Merlonges"),
        DemoFile("tri-des-dechets.webm", "Trier ses déchets à Merlonges"),
        DemoFile("tri-des-dechets.vtt", "Sous-titres de la vidéo « Trier ses déchets à Merlonges »"),
    )
}


def content_of(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def load_file(name: str) -> PortalDocument:
    """The document that holds this file, added to the library if it is not there yet."""
    title = typeset(FILES[name].title)
    document = PortalDocument.objects.filter(title=title).first()
    if document is None:
        document = PortalDocument(title=title, file=ContentFile(content_of(name), name=name))
        document.save()
    return document


def remove_files() -> None:
    """Remove the documents, and with them their files."""
    PortalDocument.objects.filter(title__in=[typeset(file.title) for file in FILES.values()]).delete()
