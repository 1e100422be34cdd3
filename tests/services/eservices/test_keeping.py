"""The demonstration, the forms in and out as JSON, and what is deleted once it was kept long enough."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from services.eservices.actions import close_eservice, export_version, import_version, open_eservice, open_version
from services.eservices.definition.errors import DefinitionError
from services.eservices.demo.load import load_eservices
from services.eservices.files.actions import keep_answer
from services.eservices.filling.actions import NotOpen, start_draft
from services.eservices.following.actions import cancel_request
from services.eservices.models import Attachment, Department, Draft, EService, FollowLink, Request, Slot
from tests.services.eservices.resident import BIRTH, ROOM, STREET, upload
from tests.services.eservices.sent import ready, send_now

FORM = {"steps": [{"key": "un", "title": "Un", "items": [{"kind": "short_text", "key": "nom", "label": "Votre nom"}]}]}


def test_the_demonstration_is_loaded_once_and_removed_with_what_was_sent(town):
    before = (EService.objects.count(), Slot.objects.count(), town[BIRTH].versions.count())
    load_eservices()
    assert (EService.objects.count(), Slot.objects.count(), town[BIRTH].versions.count()) == before
    send_now(town[ROOM])
    ready(town[BIRTH])
    other = EService.objects.create(
        site=town[BIRTH].site, title="À nous", slug="a-nous", department=town[BIRTH].department
    )
    call_command("demo_eservices", "--remove")
    assert list(EService.objects.all()) == [other] and not Request.objects.exists() and not Draft.objects.exists()
    assert [department.name for department in Department.objects.all()] == ["État civil"]
    assert not Group.objects.filter(name="Agents – Espaces publics").exists()


def test_a_form_goes_out_as_json_and_comes_back_as_a_version(town, tmp_path, capsys):
    file = tmp_path / "form.json"
    call_command("eservice_form", STREET)
    text = capsys.readouterr().out
    assert text == export_version(town[STREET].current_version) and "Où est-ce" in text
    file.write_text(text.replace("Où est-ce", "En quel endroit est-ce"))
    call_command("eservice_form", STREET, "--open", str(file))
    versions = list(town[STREET].versions.order_by("number"))
    assert [version.number for version in versions] == [1, 2]
    assert "En quel endroit" in json.dumps(versions[1].definition, ensure_ascii=False)
    file.write_text("{")
    for name, *more in ((STREET, "--open", str(file)), ("nulle-part",)):
        with pytest.raises(CommandError):
            call_command("eservice_form", name, *more)


def test_a_version_never_changes(town):
    version = town[BIRTH].current_version
    version.definition = FORM
    with pytest.raises(ValueError, match="open another instead"):
        version.save()


def test_a_service_that_writes_to_people_asks_for_their_address(town):
    with pytest.raises(DefinitionError, match="adresse électronique"):
        open_version(town[BIRTH], FORM)
    email = {"kind": "email", "key": "a", "label": "Adresse", "meaning": "email", "required": False}
    with pytest.raises(DefinitionError, match="adresse électronique"):
        open_version(town[BIRTH], {"steps": [{"key": "un", "title": "Un", "items": [email]}]})
    assert open_version(town[STREET], FORM).number == 2
    with pytest.raises(DefinitionError, match="n’est pas du JSON"):
        import_version(town[STREET], "{")


def test_a_service_opens_with_a_form_and_closes(town):
    empty = EService.objects.create(site=town[BIRTH].site, title="Vide", slug="vide", department=town[BIRTH].department)
    with pytest.raises(ValueError, match="no form"):
        open_eservice(empty)
    with pytest.raises(ValueError, match="only an open one"):
        close_eservice(empty)
    close_eservice(town[STREET])
    with pytest.raises(NotOpen, match="closed"):
        start_draft(town[STREET])


@pytest.mark.parametrize("slug", ["suivi", "reprendre", "fichiers"])
def test_an_address_that_the_portal_uses_is_refused(town, slug):
    with pytest.raises(ValidationError, match="réservée"):
        EService(slug=slug).clean_fields(exclude={name.name for name in EService._meta.fields if name.name != "slug"})


def test_what_was_kept_long_enough_is_deleted_with_its_files(town, django_capture_on_commit_callbacks, capsys):
    kept, left = start_draft(town[ROOM])[0], start_draft(town[ROOM])[0]
    file = keep_answer(upload(), left, "assurance").file
    Draft.objects.filter(pk=left.pk).update(touched_at=timezone.now() - timedelta(days=31))
    over, recent, still_open = (send_now(town[slug]) for slug in (STREET, STREET, BIRTH))
    for request in (over, recent):
        cancel_request(request)
    Request.objects.filter(pk=over.pk).update(closed_at=timezone.now() - timedelta(days=6 * 31 + 1))
    Request.objects.filter(pk=recent.pk).update(closed_at=timezone.now() - timedelta(days=5 * 31))
    Request.objects.filter(pk=still_open.pk).update(received_at=timezone.now() - timedelta(days=4000))
    FollowLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert file.storage.exists(file.name)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("forget_eservices")
    assert "1 drafts and 1 requests" in capsys.readouterr().out
    assert set(Request.objects.all()) == {recent, still_open} and not FollowLink.objects.exists()
    assert Draft.objects.filter(pk=kept.pk).exists() and not Attachment.objects.exists()
    assert not file.storage.exists(file.name)
