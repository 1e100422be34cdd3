"""Audits behind a sign-in, from the terminal's command: kept without secrets, resumed with the variables alone."""

import json
import logging

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command

from audits.models import Audit, AuditFinding, AuditPage
from tests.members_site import LOGIN, PASSWORD, RECIPE, VARIABLES, MembersSite

pytestmark = pytest.mark.xdist_group("crawler")


@pytest.fixture
def site(settings):
    settings.PARVIS_AUDIT_PRIVATE_ADDRESSES = ["127.0.0.1"]
    with MembersSite() as site:
        yield site


@pytest.fixture
def recipe(tmp_path):
    path = tmp_path / "agents.recette"
    path.write_text(RECIPE, encoding="utf-8")
    return path


def test_an_audit_signs_in_leaves_no_secret_and_is_resumed(db, site, recipe, monkeypatch, capsys, caplog):
    caplog.set_level(logging.DEBUG)
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    call_command("audit_site", site.url, "--sign-in", str(recipe), max_pages=2)
    audit = Audit.objects.get()
    assert set(audit.pages.filter(state="done").values_list("title", flat=True)) <= {
        "Mon compte",
        "Dossiers",
        "Dossier 1",
    }
    Audit.objects.update(state=Audit.State.INTERRUPTED, options=audit.options | {"max_pages": 50})
    monkeypatch.delenv("ESSAI_MOT_DE_PASSE")
    with pytest.raises(CommandError, match="ESSAI_MOT_DE_PASSE manque"):
        call_command("audit_site", "--resume", str(audit.pk))
    monkeypatch.setenv("ESSAI_MOT_DE_PASSE", PASSWORD)
    call_command("audit_site", "--resume", str(audit.pk))
    rows = {row.address.removeprefix(site.url): row for row in audit.pages.all()}
    assert {path for path, row in rows.items() if row.state == "done"} == {"/", "/dossiers", "/dossiers/1"}
    assert rows["/refusee"].state == "error" and "page de connexion" in rows["/refusee"].reason
    assert not {"/partir", "/adieu", "/quitter?logout=1"} & {*site.asked, *rows}
    kept = serializers.serialize("json", [*Audit.objects.all(), *AuditPage.objects.all(), *AuditFinding.objects.all()])
    assert json.loads(kept)[0]["fields"]["options"]["sign_in"] == RECIPE
    said = "".join(capsys.readouterr())
    assert not any(secret in text for secret in (LOGIN, PASSWORD) for text in (kept, said, caplog.text))
    assert "Page.getFrameTree" in caplog.text and "HttpOnly" not in caplog.text and 'session"' not in caplog.text


def test_a_recipe_that_fails_ends_the_audit_before_any_page(db, site, recipe, monkeypatch):
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    recipe.write_text(RECIPE.replace("Se connecter", "Entrer"), encoding="utf-8")
    with pytest.raises(CommandError, match="ligne 6 : aucun bouton ou lien n’a pour nom « Entrer »"):
        call_command("audit_site", site.url, "--sign-in", str(recipe), timeout=5)
    audit = Audit.objects.get()
    assert audit.state == Audit.State.FAILED and "ligne 6" in audit.error
    assert not audit.pages.exclude(state=AuditPage.State.WAITING).exists()


def test_a_recipe_that_cannot_begin_starts_no_audit(db, site, recipe, tmp_path):
    for file, said in ((recipe, "ESSAI_IDENTIFIANT manque"), (tmp_path / "absente", "Impossible de lire")):
        with pytest.raises(CommandError, match=said):
            call_command("audit_site", site.url, "--sign-in", str(file))
    assert not Audit.objects.exists() and not site.asked
