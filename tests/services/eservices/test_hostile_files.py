"""Files are judged by what they hold: good ones are kept, hostile ones are refused each with a reason in French."""

import hashlib
import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from services.eservices.files import content as content_of_file
from services.eservices.files import judging
from services.eservices.files.judging import judge_file
from services.eservices.files.names import check_name, shown_name
from services.eservices.files.refusal import Refused
from tests.services.eservices.files import docx, image, odt, packed, pdf

EXE = b"MZ\x90\x00\x03" + b"\x00" * 200


def with_script(document: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
    document.Root.OpenAction = document.make_indirect(script)


def with_launch_in_a_page(document: pikepdf.Pdf) -> None:
    document.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe"))


def with_a_file_inside(document: pikepdf.Pdf) -> None:
    document.attachments["virus.exe"] = EXE


def huge_png() -> bytes:
    """A PNG of a few bytes that says that it is 50 000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


HOSTILE = {
    "a program renamed": ("facture.pdf", EXE, "n’est pas d’un format accepté"),
    "an empty file": ("vide.pdf", b"", "est vide"),
    "a picture said to be a PDF": ("scan.pdf", image(), "son contenu est d’un autre format"),
    "a drawing with a script": ("logo.svg", b"<svg><script>alert(1)</script></svg>", "format n’est pas accepté"),
    "a drawing said to be a picture": ("logo.png", b"<svg><script>alert(1)</script></svg>", "d’un format accepté"),
    "a web page": ("page.html", b"<html><script>alert(1)</script>", "format n’est pas accepté"),
    "a web page said to be a PDF": ("page.pdf", b"<html><script>alert(1)</script>", "d’un format accepté"),
    "a PDF that is an archive too": ("deux.pdf", pdf() + packed({"x.txt": b"x"}), "en cache un autre"),
    "a picture that is an archive too": ("deux.jpg", image() + packed({"x.jar": b"x"}), "en cache un autre"),
    "a picture that is a web page too": ("deux.png", image("PNG") + b"<script>alert(1)</script>", "en cache un autre"),
    "a picture that is a program too": ("deux.webp", image("WEBP") + b"<?php system('x');", "en cache un autre"),
    "a PDF with JavaScript": ("js.pdf", pdf(with_script), "contient un programme"),
    "a PDF that launches a program": ("lance.pdf", pdf(with_launch_in_a_page), "contient un programme"),
    "a PDF that holds a file": ("porte.pdf", pdf(with_a_file_inside), "contient un"),
    "a PDF that is locked": (
        "ferme.pdf",
        pdf(with_script, encryption=pikepdf.Encryption(user="secret", owner="secret")),
        "mot de passe",
    ),
    "a PDF encrypted without password": (
        "chiffre.pdf",
        pdf(encryption=pikepdf.Encryption(user="", owner="x")),
        "chiffré",
    ),
    "a PDF cut short": ("coupe.pdf", pdf()[:-200], "incomplet ou abîmé"),
    "a PDF of nonsense": ("faux.pdf", b"%PDF-1.7\n" + b"x" * 500 + b"%%EOF", "incomplet ou abîmé"),
    "a picture cut short": ("coupe.jpg", image(size=(400, 300))[:-3000], "incomplète ou abîmée"),
    "a picture that is a bomb": ("bombe.png", huge_png(), "démesurée"),
    "an archive that is a bomb": ("bombe.docx", docx(word__media__a=b"\0" * 9_000_000), "démesuré"),
    "an archive that climbs": ("monte.odt", odt(**{"..__..__etc__passwd": b"x"}), "chemin interdit"),
    "a document with macros": ("macro.docm", docx(), "format n’est pas accepté"),
    "a document with macros renamed": ("macro.docx", docx("x.macroEnabled.main+xml"), "macro"),
    "a document with a hidden program": ("vba.docx", docx(**{"word__vbaProject.bin": b"x"}), "macro"),
    "a text with Basic": ("basic.odt", odt(Basic__Standard__x=b"x"), "macro"),
    "a text that is locked": (
        "ferme.odt",
        odt(**{"META-INF__manifest.xml": b"<manifest:encryption-data/>"}),
        "mot de passe",
    ),
    "a document with a template elsewhere": (
        "loin.docx",
        docx(word___rels__a=b"", **{"word__settings.xml.rels": b'attachedTemplate TargetMode="External"'}),
        "ailleurs",
    ),
    "any archive said to be a text": ("zip.docx", packed({"a.txt": b"x"}), "pas celui d’un document DOCX"),
    "an archive cut short": ("coupe.odt", odt()[:-40], "incomplet ou abîmé"),
    "two extensions": ("facture.exe.pdf", pdf(), "deux extensions"),
    "a name without extension": ("facture", pdf(), "format n’est pas accepté"),
}
GOOD = {
    "acte.pdf": (pdf(), "application/pdf"),
    "Photo.JPEG": (image(), "image/jpeg"),
    "capture.png": (image("PNG", mode="L"), "image/png"),
    "photo.webp": (image("WEBP"), "image/webp"),
    "lettre.odt": (odt(), "application/vnd.oasis.opendocument.text"),
    "lettre.docx": (docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
NAMES = {
    "a zero in the name": "facture.pdf\x00.exe",
    "a name that climbs": "../../etc/passwd.pdf",
    "a name that climbs on Windows": "..\\..\\facture.pdf",
    "a name that reads backwards": "facture\u202efdp.pdf",
    "no name": " ",
}


class Named(SimpleUploadedFile):
    """A file whose name comes as it is, and not as Django would clean it first."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__("x", content)
        self._name = name

    name = property(lambda self: self._name, lambda self, value: None)


def judge(name: str, content: bytes):
    return judge_file(Named(name, content))


@pytest.fixture
def judge_here(tmp_path, monkeypatch):
    """Judges in this process what the portal judges in another: the same code, without the start of Python."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)

    def judged(name: str, content: bytes) -> str:
        path = tmp_path / "file"
        path.write_bytes(content)
        return content_of_file.judge(path, check_name(name))

    return judged


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_with_a_reason(case, judge_here):
    name, content, said = HOSTILE[case]
    with pytest.raises(Refused, match=said):
        judge_here(name, content)


@pytest.mark.parametrize("case", ["a program renamed", "a PDF with JavaScript", "an archive that is a bomb"])
def test_a_process_of_its_own_says_the_same(case):
    name, content, said = HOSTILE[case]
    with pytest.raises(Refused, match=said):
        judge(name, content)


def test_a_file_whose_reader_takes_too_long_or_dies_is_refused(monkeypatch):
    monkeypatch.setattr(judging, "_SECONDS", 0.01)
    with pytest.raises(Refused, match="n’a pas pu être vérifié"):
        judge("acte.pdf", pdf())
    monkeypatch.undo()
    monkeypatch.setattr(judging.sys, "executable", "/bin/false")
    with pytest.raises(Refused, match="n’a pas pu être vérifié"):
        judge("acte.pdf", pdf())


@pytest.mark.parametrize("case", NAMES)
def test_a_hostile_name_is_refused_with_a_reason(case):
    with pytest.raises(Refused, match="Le nom de ce fichier"):
        judge(NAMES[case], pdf())


def test_a_file_that_is_too_large_is_refused_before_it_is_read(settings):
    settings.PARVIS_LARGEST_ATTACHMENT = 1_000_000
    with pytest.raises(Refused, match="pèse 2\u00a0Mo\u00a0; le plus gros que nous prenons pèse 1\u00a0Mo"):
        judge("gros.pdf", b"\0" * 2_000_000)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_is_taken(name, judge_here):
    content, kind = GOOD[name]
    assert judge_here(name, content) == kind


def test_a_file_that_is_taken_is_known_by_what_it_holds():
    content = pdf()
    judged = judge("acte.pdf", content)
    assert (judged.name, judged.kind, judged.size) == ("acte.pdf", "application/pdf", len(content))
    assert judged.digest == hashlib.sha256(content).hexdigest()


def test_a_name_that_is_long_is_shown_shorter():
    name = shown_name(f"{'a' * 300}.pdf")
    assert len(name) == 120 and name.endswith("….pdf")


def refuse_all(path: Path) -> str:
    assert path.read_bytes().startswith(b"%PDF")
    return "Cet antivirus refuse tout."


def out_of_order(path: Path) -> str:
    raise OSError("no daemon")


@pytest.mark.parametrize(("hook", "said"), [(refuse_all, "refuse tout"), (out_of_order, "ne répond pas")])
def test_the_antivirus_of_the_settings_has_its_say(settings, hook, said):
    settings.PARVIS_SCAN_FILE = f"{__name__}.{hook.__name__}"
    with pytest.raises(Refused, match=said):
        judge("acte.pdf", pdf())


def test_a_judged_file_is_read_again_from_its_start():
    file = SimpleUploadedFile("acte.pdf", pdf())
    judge_file(file)
    assert io.BytesIO(file.read()).getvalue().startswith(b"%PDF")
