"""A resident who fills in the démarches of the demonstration through their pages."""

import re

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from services.eservices.models import Request, Slot
from tests.services.eservices.files import pdf

ROOT = "/services-en-ligne/"
BIRTH, ROOM, STREET = "acte-de-naissance", "location-de-salle", "signaler-un-probleme-de-rue"
ADDRESS = {"street": "12 rue des Lilas", "extra": "", "postcode": "99999", "city": "Essai", "country": ""}


def address(key: str) -> dict[str, str]:
    return {f"{key}-{name}": value for name, value in ADDRESS.items()}


def steps_of(slug: str) -> dict[str, dict]:
    """Good answers to each step, in their order."""
    if slug == BIRTH:
        birth = {"naissance-day": "27", "naissance-month": "3", "naissance-year": "1985"}
        return {
            "acte": {"document": "copie", "pour": "moi", "copies": "2"},
            "personne": {"nom": "Diallo", "prenoms": "Awa Marie", **birth, "mere": "Ndiaye Fatou", "pere": ""},
            "vous": {
                **{"votre_prenom": "Awa", "votre_nom": "Diallo", "courriel": "awa@essai.example"},
                **{"telephone": "0199001234", "exact": "oui", **address("adresse")},
            },
        }
    if slug == ROOM:
        return {
            "salle": {
                **{"creneau": str(Slot.objects.first().pk), "pour_quoi": "reunion", "personnes": "40"},
                **{"materiel": ["boucle", "rampe"], "precisions": "Le soir.\nMerci."},
            },
            "organisateur": {
                **{"qui": "particulier", "prenom": "Awa", "nom": "Diallo", "courriel": "awa@essai.example"},
                **{"telephone": "01 99 00 12 34", **address("adresse")},
                **{"autres-lines": "1", "autres-0-nom": "Ana Sow", "autres-0-telephone": "0199001235"},
            },
            "pieces": {"assurance": upload(), "reglement": "oui"},
        }
    return {
        "probleme": {"genre": "chaussee", "description": "Un trou profond."},
        "lieu": {"ou": "Devant le 12 rue des Lilas"},
        "reponse": {"courriel": ""},
    }


def upload(name: str = "attestation.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


class Resident:
    """Goes through the pages as a browser does: sends every field that a page has, filled in or not."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.page: BeautifulSoup | None = None
        self.path = ""

    def get(self, path: str) -> BeautifulSoup:
        return self._read(self.client.get(path, follow=True), path)

    def post(self, path: str, data: dict) -> BeautifulSoup:
        return self._read(self.client.post(path, data, follow=True), path)

    def _read(self, response, path: str) -> BeautifulSoup:
        self.response = response
        self.path = response.redirect_chain[-1][0] if response.redirect_chain else path
        self.page = BeautifulSoup(response.content, "html5lib")
        return self.page

    def start(self, slug: str) -> BeautifulSoup:
        return self.post(f"{ROOT}{slug}/commencer/", {})

    def answer(self, answers: dict, **more: str) -> BeautifulSoup:
        """Send the step that is shown, with these answers in its fields."""
        form = self.page.main.find("form", class_="form")
        hidden = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
        return self.post(form["action"], {**hidden, **answers, **more})

    def fill(self, slug: str, **changes: dict) -> BeautifulSoup:
        """Start, and fill in every step; `changes` says what to answer otherwise, by step."""
        self.start(slug)
        for step, answers in steps_of(slug).items():
            assert self.path.endswith(f"/{step}/"), (self.path, step, self.errors())
            self.answer({**answers, **changes.get(step, {})})
        return self.page

    def send(self, slug: str, **changes: dict) -> Request:
        """Fill in a démarche and send it."""
        self.fill(slug, **changes)
        assert self.path.endswith("/verifier/"), (self.path, self.errors())
        self.answer({})
        assert self.path.endswith("/envoyee/"), self.path
        return Request.objects.order_by("-pk").first()

    def errors(self) -> list[str]:
        return [link.text for link in self.page.select("#erreurs a")]

    @property
    def title(self) -> str:
        return re.sub(r"[ \n]+", " ", self.page.title.text).strip()

    @property
    def words(self) -> str:
        return " ".join(self.page.main.get_text(" ").split())
