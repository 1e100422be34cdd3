"""What blocks tell editors and readers follows French typography, and their icons exist."""

import html

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail import hooks
from wagtail.images.blocks import ImageBlock

from tests.home.bodies import BODY, faults_of_typography


def blocks_within(block, path: str):
    yield path, block
    if isinstance(block, ImageBlock):
        return
    children = dict(getattr(block, "child_blocks", {}))
    if child := getattr(block, "child_block", None):
        children["item"] = child
    for name, inner in children.items():
        yield from blocks_within(inner, f"{path}.{name}".lstrip("."))


BLOCKS = dict(blocks_within(BODY, ""))
KINDS = list(BODY.child_blocks)


def test_texts_for_editors_follow_french_typography():
    faults = {}
    for path, block in BLOCKS.items():
        texts = [getattr(block.meta, name, "") for name in ("label", "help_text", "description", "group")]
        texts.append(getattr(getattr(block, "field", None), "help_text", ""))
        for text in texts:
            if found := faults_of_typography(str(text or "")):
                faults[path] = found
    assert faults == {}


def test_every_field_has_a_label_in_french():
    assert [path for path, block in BLOCKS.items() if path and not path.endswith("item") and not block.meta.label] == []


@pytest.mark.parametrize("kind", KINDS)
def test_example_follows_french_typography(kind, admin_client):
    block = BODY.child_blocks[kind]
    page = admin_client.get(f"/admin/block-preview/?id={block.definition_prefix}").content
    assert faults_of_typography(" ".join(BeautifulSoup(page, "html5lib").main.get_text().split(" "))) == []


def test_editor_offers_every_block(admin_client, home):
    page = admin_client.get(reverse("wagtailadmin_pages:add", args=("home", "standardpage", home.pk)))
    assert page.status_code == 200
    texts = page.content.decode()
    assert [kind for kind, block in BODY.child_blocks.items() if f'"{kind}"' not in html.unescape(texts)] == []


def test_icons_exist():
    known = set()
    for register in hooks.get_hooks("register_icons"):
        known |= {path.rpartition("/")[2].removesuffix(".svg") for path in register([])}
    assert {block.meta.icon for block in BODY.child_blocks.values()} - known == set()


def test_blocks_are_grouped_for_the_chooser():
    groups = [name for name, _ in BODY.grouped_child_blocks()]
    assert groups == [
        "Texte",
        "Images, vidéos et sons",
        "Chiffres et tableaux",
        "Informations pratiques",
        "Liens et documents",
    ]
