"""Documents, galleries, videos and sounds: blocks that show files of the library."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page

from home.models import PortalDocument, PortalImage
from tests.home.bodies import accepted, faults_of_typography, refused, rendered, words_of

VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour.\n"
SPEECH = "<p>Bonjour.</p>"


@pytest.fixture(autouse=True)
def library(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def document(name: str, content: bytes = b"x" * 1_240_000, title: str = "Règlement du marché") -> PortalDocument:
    return PortalDocument.objects.create(title=title, file=ContentFile(content, name=name))


def recording(kind: str, file: str, **fields) -> dict:
    value = {
        "title": "La halle",
        "file": document(file).pk,
        "language": "fr",
        "transcription": SPEECH,
        "repeats_text": False,
    }
    if kind == "video":
        value |= {"captions": document("halle.vtt", VTT).pk, "silent": False}
    return value | fields


def test_document_link_says_what_it_opens():
    file = document("reglement.pdf")
    html = rendered("documents", {"documents": [{"document": file.pk, "title": "", "language": "en"}]})
    link = html.find("a")
    assert words_of(link) == "Règlement du marché (PDF, 1,2\u00a0Mo, en anglais)"
    assert link["href"] == file.url
    assert link["hreflang"] == "en"


def test_document_link_may_have_a_text_of_its_own():
    item = {"document": document("reglement.odt", b"x" * 2000).pk, "title": "Le règlement", "language": ""}
    assert words_of(rendered("documents", {"documents": [item]}).find("a")) == "Le règlement (ODT, 2\u00a0ko)"


def test_the_accessible_version_of_a_document_stands_beside_each_link_to_it():
    version = document("reglement-balise.odt", b"x" * 2000, "Règlement balisé")
    file = document("reglement.pdf")
    PortalDocument.objects.filter(pk=file.pk).update(accessible_document=version)
    in_list = rendered("documents", {"documents": [{"document": file.pk, "title": "", "language": ""}]})
    in_links = rendered("links", {"title": "", "links": [{"text": "Le règlement", "document": file.pk}]})
    for html in (in_list, in_links):
        beside = html.select_one("li .accessible-version")
        assert words_of(beside) == "Version accessible\xa0: Règlement balisé (ODT, 2\xa0ko)"
        assert [link["href"] for link in html.select("li a")] == [file.url, version.url]


def test_a_page_that_is_the_accessible_version_is_shown_once_it_is_online(add_page):
    page = add_page("Le règlement en ligne")
    file = document("reglement.pdf")
    PortalDocument.objects.filter(pk=file.pk).update(accessible_page=page)
    item = {"documents": [{"document": file.pk, "title": "", "language": ""}]}
    link = rendered("documents", item).select_one(".accessible-version a")
    assert (words_of(link), link["href"]) == ("Le règlement en ligne", page.url)
    Page.objects.filter(pk=page.pk).update(live=False)
    assert rendered("documents", item).select_one(".accessible-version") is None


def test_document_whose_file_is_gone_is_refused():
    file = document("reglement.pdf")
    PortalDocument.objects.filter(pk=file.pk).update(file_size=None)
    file.file.storage.delete(file.file.name)
    messages = refused("documents", {"documents": [{"document": file.pk, "title": "", "language": ""}]})
    assert set(messages) == {"documents.0.document"}


@pytest.mark.parametrize("title", ["IMG_2034", "scan0001.pdf"])
def test_document_named_by_a_machine_is_refused(title):
    item = {"document": document("scan0001.pdf", title=title).pk, "title": "", "language": ""}
    messages = refused("documents", {"documents": [item]})
    assert set(messages) == {"documents.0.title"}
    assert not faults_of_typography(messages["documents.0.title"])
    accepted("documents", {"documents": [{**item, "title": "Règlement du marché"}]})


def picture(alternative: str, caption: str, *, decorative: bool = False) -> dict:
    content = BytesIO()
    Image.new("RGB", (1000, 600), "#4f8a6b").save(content, "JPEG")
    image = PortalImage.objects.create(title="Image", file=ImageFile(content, name="image.jpg"))
    return {"image": {"image": image.pk, "alt_text": alternative, "decorative": decorative}, "caption": caption}


def test_gallery_binds_each_caption_to_its_image():
    html = rendered("gallery", {"pictures": [picture("Trois étals", "Le marché"), picture("", "", decorative=True)]})
    first, second = html.select("ul > li")
    assert first.find("figure")["aria-label"] == first.find("figcaption").text == "Le marché"
    assert first.find("img")["alt"] == "Trois étals"
    assert second.find("img")["alt"] == ""
    assert not second.find("figure")
    assert not html.find_all(["script", "button"])


def test_gallery_refuses_images_without_alternative_on_the_image():
    pictures = [picture("Trois étals", ""), picture("", "Le marché")]
    assert any(name.startswith("pictures.1.image") for name in refused("gallery", {"pictures": pictures}))
    decorative = [picture("Trois étals", ""), picture("", "Le marché", decorative=True)]
    assert set(refused("gallery", {"pictures": decorative})) == {"pictures.1.caption"}


def test_video_has_native_controls_captions_and_a_transcription():
    html = rendered("video", recording("video", "halle.mp4", language="en", transcription="<p>Good morning.</p>"))
    player = html.find("video")
    assert player.has_attr("controls")
    assert not player.has_attr("autoplay")
    assert player["aria-label"] == "La halle"
    track = player.find("track")
    assert (track["kind"], track["srclang"], track["label"]) == ("captions", "en", "Anglais")
    assert words_of(html.find("summary")) == "Transcription de «\u00a0La halle\u00a0»"
    assert words_of(html.select_one("details [lang=en]")) == "Good morning."
    assert "(MP4, 1,2\u00a0Mo)" in words_of(html.find("figcaption"))


def test_sound_has_native_controls_and_a_transcription():
    html = rendered("audio", recording("audio", "halle.mp3"))
    assert html.find("audio").has_attr("controls")
    assert not html.find("audio").has_attr("autoplay")
    assert words_of(html.select_one("details > div")) == "Bonjour."
    assert not html.select("details [lang]")


@pytest.mark.parametrize(("kind", "file"), [("video", "halle.webm"), ("audio", "halle.mp3")])
def test_recording_needs_a_transcription_unless_it_repeats_the_page(kind, file):
    value = recording(kind, file, transcription="<p> </p>")
    messages = refused(kind, value)
    assert set(messages) == {"transcription"}
    value["repeats_text"] = True
    accepted(kind, value)
    html = rendered(kind, value)
    assert not html.find("details")
    assert "Cet enregistrement redit le texte de la page." in words_of(html)


def test_video_needs_captions_unless_it_has_no_sound():
    assert set(refused("video", recording("video", "halle.mp4", captions=None))) == {"captions"}
    accepted("video", recording("video", "halle.mp4", captions=None, silent=True))


@pytest.mark.parametrize(
    ("name", "content", "fine"),
    [
        ("halle.vtt", VTT, True),
        ("halle.vtt", b"\xef\xbb\xbf" + VTT, True),
        ("halle.vtt", b"1\n00:00:00,000 --> 00:00:02,000\nBonjour.\n", False),
        ("halle.txt", VTT, False),
    ],
    ids=["vtt", "vtt-with-mark", "srt-renamed", "text"],
)
def test_captions_are_a_webvtt_file(name, content, fine):
    value = recording("video", "halle.mp4", captions=document(name, content).pk)
    if fine:
        accepted("video", value)
    else:
        messages = refused("video", value)
        assert set(messages) == {"captions"}
        assert not faults_of_typography(messages["captions"])


@pytest.mark.parametrize(("kind", "file"), [("video", "halle.pdf"), ("audio", "halle.mp4")])
def test_recording_refuses_files_that_browsers_do_not_play(kind, file):
    messages = refused(kind, recording(kind, file))
    assert set(messages) == {"file"}
    assert messages["file"].startswith("Choisissez un fichier au format ")


def test_library_takes_videos_sounds_and_captions():
    for name in ("a.mp4", "a.webm", "a.mp3", "a.m4a", "a.ogg", "a.vtt"):
        document(name, b"x").clean()
    assert document("b.vtt", VTT).content_type == "text/vtt"
