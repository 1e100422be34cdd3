"""Mending from a refusal: with the rights and the locks of the editor, and without losing what was typed."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from accessibility.rules.base import all_rules
from audits.admin.mend_views import CHANGED, LOCKED, NOTHING
from audits.admin.mending.mend import mends
from audits.models import Refusal, Verdict
from home.blocks import BodyBlock
from home.models import StandardPage

pytestmark = pytest.mark.django_db
TYPED = "La place un jour de marché"


def finding(alternative: str) -> dict:
    """What the engine says of an image of the body named so."""
    return {
        "rule": "c01_03_alternative_is_file_name",
        "rgaa": ["1.3.1"],
        "html": f'<img alt="{alternative}">',
        "message": f"L’alternative de l’image est un nom de fichier, «\u00a0{alternative}\u00a0».",
        "fix": "Décrivez ce que montre l’image.",
        "provenance": "body.0001",
    }


@pytest.fixture
def refusal(home) -> Refusal:
    """The refusal of a draft with two images, twice the same name."""
    image = get_image_model().objects.create(title="a.png", file=get_test_image_file())
    pictures = [
        {"image": {"image": image.pk, "alt_text": "a.png", "decorative": False}, "caption": caption}
        for caption in ("", "La place")
    ]
    body = [{"type": "gallery", "value": {"pictures": pictures}, "id": "0001"}]
    page = StandardPage(title="Marché", slug="marche", live=False, body=json.dumps(body))
    home.add_child(instance=page)
    revision = page.save_revision()
    verdict = Verdict.objects.create(key="refused", accepted=False, content_findings=[finding("a.png")] * 2)
    return Refusal.objects.create(page_id=page.pk, verdict=verdict, revision=revision, door="edit")


def panel(client, refusal) -> dict:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[refusal.page_id]), {"refus": refusal.pk})
    return answer.context["refusal"]


def mend(client, refusal, version: str, **answers):
    """Post answers, named by the place of the finding and the field: `_0_alternative`."""
    named = {f"mend{name.replace('_', '-')}": value for name, value in answers.items() if name != "publish"}
    button = "publish" if "publish" in answers else "mend"
    address = reverse("draft_mend", args=[refusal.page_id, refusal.pk])
    return client.post(address, {"version": version, button: "1", **named}, follow=True)


def alternatives(refusal) -> list[str]:
    page = Page.objects.get(pk=refusal.page_id).get_latest_revision_as_object()
    return [picture["image"].contextual_alt_text for picture in page.body[0].value["pictures"]]


def test_each_of_two_defects_that_say_the_same_is_mended_apart(refusal, admin_client):
    response = mend(admin_client, refusal, panel(admin_client, refusal)["version"], _1_alternative=TYPED)
    assert alternatives(refusal) == ["a.png", TYPED]
    assert "Le brouillon est corrigé" in response.content.decode()
    assert Page.objects.get(pk=refusal.page_id).latest_revision.user is not None


def test_a_draft_that_changed_is_told_and_what_was_typed_is_kept(refusal, admin_client):
    version = panel(admin_client, refusal)["version"]
    page = Page.objects.get(pk=refusal.page_id).specific
    newer = page.get_latest_revision_as_object()
    newer.introduction = "Tous les samedis."
    newer.save_revision()
    before = page.revisions.count()
    again = mend(admin_client, refusal, version, _0_alternative=TYPED)
    html = again.content.decode()
    assert CHANGED in html
    assert f'value="{TYPED}"' in html
    assert page.revisions.count() == before
    mend(admin_client, refusal, again.context["refusal"]["version"], _0_alternative=TYPED)
    assert alternatives(refusal) == [TYPED, "a.png"]
    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().introduction == "Tous les samedis."


def test_a_block_taken_away_since_is_told(refusal, admin_client):
    page = Page.objects.get(pk=refusal.page_id).get_latest_revision_as_object()
    page.body = []
    page.save_revision()
    shown = panel(admin_client, refusal)
    assert shown["has_changed"]
    assert not shown["mends"]
    html = mend(admin_client, refusal, shown["version"], _0_alternative=TYPED).content.decode()
    assert "n’est plus dans le brouillon" in html
    assert f'value="{TYPED}"' in html


def test_answers_that_do_not_fit_are_told_on_the_defect(refusal, admin_client):
    version = panel(admin_client, refusal)["version"]
    assert NOTHING in mend(admin_client, refusal, version).content.decode()
    both = mend(admin_client, refusal, version, _0_alternative=TYPED, _0_decorative="on")
    assert "choisissez l’un des deux" in both.content.decode()
    # The second image has a caption, which a decorative image may not have.
    captioned = mend(admin_client, refusal, version, _1_decorative="on")
    assert "Une image décorative n’a pas de légende" in captioned.content.decode()
    assert alternatives(refusal) == ["a.png", "a.png"]


def test_a_locked_page_is_left_alone(refusal, admin_client, django_user_model):
    version = panel(admin_client, refusal)["version"]
    other = django_user_model.objects.create_user("autre", "autre@example.org", "mot de passe")
    Page.objects.filter(pk=refusal.page_id).update(locked=True, locked_by=other, locked_at=timezone.now())
    assert not panel(admin_client, refusal)["mends"]
    assert LOCKED in mend(admin_client, refusal, version, _0_alternative=TYPED).content.decode()
    assert alternatives(refusal) == ["a.png", "a.png"]


def test_who_may_not_publish_mends_only_and_others_do_neither(refusal, client, django_user_model):
    writer = django_user_model.objects.create_user("redactrice", "r@example.org", "mot de passe")
    client.force_login(writer)
    mend(client, refusal, "1.", _0_alternative=TYPED)
    assert alternatives(refusal) == ["a.png", "a.png"]

    writer.groups.add(Group.objects.get(name="Rédaction"))
    Page.objects.filter(pk=refusal.page_id).update(owner=writer)
    shown = panel(client, refusal)
    assert not shown["may_publish"]
    mend(client, refusal, shown["version"], _0_alternative=TYPED, publish="1")
    assert alternatives(refusal) == [TYPED, "a.png"]
    assert not Page.objects.get(pk=refusal.page_id).live


def test_editors_read_the_verdict_in_the_bar_of_the_page(home, client, admin_client):
    assert "Brouillon enregistré" not in client.get(home.url).content.decode()
    bar = admin_client.get(home.url).content.decode()
    assert "Brouillon enregistré&nbsp;: Pas encore vérifié" in bar
    assert "Indices partiels de Wagtail" in bar


def test_mends_answer_rules_that_exist_and_blocks_hold_what_they_say():
    rules = {rule.id for rule in all_rules()}
    assert [mend for mend in mends() if not mend.rules or mend.rules - rules] == []
    wrong, seen, pending = [], set(), [BodyBlock()]
    while pending:
        block = pending.pop()
        children = getattr(block, "child_blocks", {})
        pending += [*children.values(), *filter(None, [getattr(block, "child_block", None)])]
        held = getattr(block, "mendable", {})
        seen |= held.keys()
        if not set(held.values()) <= children.keys():
            wrong.append(block)
    assert wrong == []
    assert seen == {"heading", "link_text", "table_caption", "language", "passage"}
