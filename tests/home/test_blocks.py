"""Each block says what it is for, shows an example of itself, and makes sound HTML."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError

from home.blocks import BodyBlock
from home.blocks.links import LinkBlock
from home.blocks.media import FigureBlock
from home.blocks.tables import CaptionedTableBlock
from home.demo import blocks as make
from home.demo.drawings import load_drawing

BODY = BodyBlock()
FAMILIES = sorted(BODY.child_blocks)


def rendered(block: dict) -> BeautifulSoup:
    """The HTML of one block of a body."""
    value = BODY.to_python([block])
    return BeautifulSoup(value[0].render(), "html5lib").body


@pytest.mark.parametrize("name", FAMILIES)
def test_block_introduces_itself(name):
    meta = BODY.child_blocks[name].meta
    assert meta.description.endswith(".")
    assert meta.label
    assert meta.icon != "placeholder"
    assert meta.template.startswith("home/blocks/")


@pytest.mark.parametrize("name", FAMILIES)
def test_block_shows_an_example(name, admin_client):
    block = BODY.child_blocks[name]
    response = admin_client.get(f"/admin/block-preview/?id={block.definition_prefix}")
    assert response.status_code == 200
    assert block.is_previewable


@pytest.mark.parametrize("level", [2, 3, 4])
def test_heading_has_its_level(level):
    html = rendered(make.heading("Horaires <1>", level))
    assert html.find(f"h{level}").text == "Horaires <1>"


def test_paragraph_keeps_lists_and_refuses_headings():
    features = BODY.child_blocks["paragraph"].features
    assert {"ul", "ol", "link"} <= set(features)
    assert not {"h2", "h3", "h4", "image", "embed"} & set(features)


def test_text_in_another_language_says_which():
    html = rendered({"type": "foreign_text", "value": {"language": "ar", "text": "<p>مرحبا</p>"}})
    passage = html.find(lang="ar")
    assert passage["dir"] == "rtl"
    assert passage.find("p").text == "مرحبا"


def test_figure_with_a_caption_is_named_by_it(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    html = rendered(make.figure("marche", alternative="Trois étals", caption="Le marché du samedi"))
    figure = html.find("figure")
    assert figure["role"] == "figure"
    assert figure["aria-label"] == figure.find("figcaption").text == "Le marché du samedi"
    assert figure.find("img")["alt"] == "Trois étals"


def test_decorative_figure_has_an_empty_alternative(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    html = rendered(make.figure("marche"))
    assert html.find("img")["alt"] == ""
    assert html.find("figure") is None


def test_figure_refuses_a_caption_on_a_decorative_image(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    block = FigureBlock()
    value = block.to_python(make.figure("marche", caption="Une légende")["value"])
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert "caption" in refused.value.block_errors


def test_figure_asks_for_an_alternative(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    block = FigureBlock()
    image = {"image": load_drawing("marche").pk, "decorative": False, "alt_text": ""}
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"image": image, "caption": ""}))


@pytest.mark.parametrize(
    ("headers", "columns", "rows"), [("row", 2, 0), ("column", 0, 2), ("both", 2, 1)], ids=["row", "column", "both"]
)
def test_table_marks_its_headers(headers, columns, rows):
    html = rendered(make.table("Horaires", [["Jour", "Heure"], ["Lundi", "9 h"]], headers))
    assert html.find("caption").text == "Horaires"
    assert len(html.select("th[scope=col]")) == columns
    assert len(html.select("th[scope=row]")) == rows


def test_table_has_no_empty_header():
    html = rendered(make.table("Horaires", [["", "Matin"], ["Lundi", ""]], "both"))
    assert all(cell.text.strip() for cell in html.find_all("th"))
    assert len(html.find_all(["th", "td"])) == 4


def test_table_shows_a_cell_that_was_never_filled():
    html = rendered(make.table("Horaires", [["Jour", "Matin"], ["Lundi", None]]))
    assert html.find_all("td")[1].text == ""


@pytest.mark.parametrize(("caption", "headers"), [("", "row"), ("  ", "row"), ("Horaires", "neither")])
def test_table_asks_for_a_caption_and_headers(caption, headers):
    value = make.table(caption, [["Jour"], ["Lundi"]], headers)["value"]
    with pytest.raises(ValidationError):
        CaptionedTableBlock().clean(value)


def test_links_lead_where_they_say():
    html = rendered(make.links("Voir aussi", ("Service-Public.fr", "https://www.service-public.fr/")))
    assert html.find("a")["href"] == "https://www.service-public.fr/"
    assert len(html.find_all("li")) == 1


@pytest.mark.parametrize("fields", [{}, {"address": "https://a.example/", "document": "any"}])
def test_link_has_exactly_one_target(fields, db):
    block = LinkBlock()
    value = block.to_python({"text": "Un lien", "address": fields.get("address", "")})
    if "document" in fields:
        from home.models import PortalDocument

        value["document"] = PortalDocument.objects.create(title="Guide", file="guide.pdf")
    with pytest.raises(StructBlockValidationError):
        block.clean(value)
