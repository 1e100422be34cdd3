"""The sample of an audit, edited and approved in the administration: what is typed stays, two people do not collide."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from audits.auditing import actions, sample_actions
from audits.auditing.errors import WrongState
from audits.auditing.sample import sample_of, sample_pages
from audits.auditing.sample_actions import Reason, SampleChanged
from audits.models import Audit, AuditPage
from audits.models.sample_kind import SampleKind
from home.roles import OFFICERS
from tests.audits.audited import START, proposed_sample
from tests.roots import restore_roots

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, django_user_model):
    """Somebody of the group of accessibility officers, signed in."""
    restore_roots()
    user = django_user_model.objects.create_user("referente", "referente@example.org", "mot de passe")
    user.groups.add(Group.objects.get(name=OFFICERS))
    client.force_login(user)
    return client


def at(name: str, audit: Audit, *more) -> str:
    return reverse(f"audits_report:{name}", args=[audit.pk, *more])


def page(audit: Audit, path: str) -> AuditPage:
    return audit.pages.get(address=f"{START}{path}")


def typed(audit: Audit, **changes) -> dict[str, str]:
    """The form as it is shown, with some fields typed anew: `contact__detail` for the detail of that page."""
    data = {"edition": str(audit.sample_edition), "do": "save", "add-kind": "service"}
    for one in sample_pages(audit):
        data |= {
            f"page-{one.pk}-kind": one.kind,
            f"page-{one.pk}-detail": one.chosen_for,
            f"page-{one.pk}-process": one.process,
        }
    return data | changes


def posted(officer, audit: Audit, data: dict[str, str]) -> str:
    answer = officer.post(at("sample", audit), data, follow=True)
    audit.refresh_from_db()
    return plain(answer)


def plain(answer) -> str:
    """What a screen says, on one line, with ordinary spaces."""
    return " ".join(answer.content.decode().replace("\xa0", " ").replace("&nbsp;", " ").split())


def addresses(audit: Audit) -> set[str]:
    return {one.address.removeprefix(START) for one in sample_pages(audit)}


def test_the_proposal_is_shown_with_reasons_process_draw_and_what_is_missing(officer):
    audit = proposed_sample()
    shown = plain(officer.get(at("sample", audit)))
    assert "5 pages, dont 1 au hasard (20 %, graine 7), et 1 document" in shown
    assert "Démarche « Demande »" in shown and "plan.pdf" in shown
    assert f'recherche : <a href="{START}recherche"' in shown
    assert at("sample", audit) in officer.get(at("summary", audit)).content.decode()


def test_reasons_processes_additions_and_removals_are_stored_at_once(officer):
    audit = proposed_sample()
    contact, drawn = page(audit, "contact").pk, page(audit, "actualites/1").pk
    changes = {
        f"page-{contact}-kind": "service",
        f"page-{contact}-detail": "Écrire à la mairie",
        f"page-{contact}-process": "Demande",
        f"page-{drawn}-remove": "on",
        "add-addresses": f"/recherche\n{START}formulaire.odt\n/nouvelle",
        "add-kind": "search",
        "add-process": "Recherche",
    }
    assert "L’échantillon est enregistré." in posted(officer, audit, typed(audit) | changes)
    kept = page(audit, "contact")
    assert (kept.kind, kept.chosen_for, kept.process) == ("service", "Écrire à la mairie", "Demande")
    assert page(audit, "actualites/1").state == AuditPage.State.OUTSIDE and not page(audit, "actualites/1").kind
    assert page(audit, "recherche").state == page(audit, "nouvelle").state == AuditPage.State.WAITING
    assert page(audit, "formulaire.odt").state == AuditPage.State.DOCUMENT
    assert sample_of(audit).processes == ["Demande", "Recherche"] and audit.sample_edition == 1
    assert sample_of(audit).lacks_at_random == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://ailleurs.example/", "n’est pas sur le site audité, ville.example/"),
        ("/contact", "est déjà dans l’échantillon"),
        ("mailto:a@ville.example", "n’est pas une adresse du web"),
        ("/photo.jpg", "n’est ni une page, ni un document"),
    ],
)
def test_an_address_that_cannot_be_added_is_said_and_nothing_typed_is_lost(officer, address, said):
    audit = proposed_sample()
    contact = page(audit, "contact").pk
    changes = {"add-addresses": f"/nouvelle\n{address}", f"page-{contact}-detail": "Saisi à l’instant"}
    shown = posted(officer, audit, typed(audit) | changes)
    assert said in shown and "Rien n’est encore enregistré" in shown
    assert "/nouvelle" in shown and 'value="Saisi à l’instant"' in shown
    assert audit.sample_edition == 0 and not page(audit, "contact").chosen_for
    assert "nouvelle" not in addresses(audit)


def test_the_start_page_stays_and_nobody_declares_a_page_drawn(officer):
    audit = proposed_sample()
    start, contact = page(audit, "").pk, page(audit, "contact").pk
    posted(officer, audit, typed(audit) | {f"page-{start}-remove": "on", f"page-{start}-kind": "other"})
    assert page(audit, "").kind == SampleKind.HOME and "" in addresses(audit)
    posted(officer, audit, typed(audit) | {f"page-{contact}-kind": "random"})
    assert page(audit, "contact").kind == SampleKind.CONTACT


def test_of_two_people_the_second_is_told_and_keeps_what_was_typed(officer):
    audit = proposed_sample()
    contact = page(audit, "contact").pk
    mine = typed(audit) | {f"page-{contact}-detail": "La mienne"}
    sample_actions.edit_sample(audit.pk, 0, reasons={contact: Reason("contact", "L’autre")}, added=["/recherche"])
    shown = posted(officer, audit, mine)
    assert "a été modifié par quelqu’un d’autre" in shown
    assert "précision « L’autre »" in shown and 'value="La mienne"' in shown
    assert 'name="edition" value="1"' in shown and page(audit, "contact").chosen_for == "L’autre"
    posted(officer, audit, typed(audit) | {f"page-{contact}-detail": "La mienne"})
    assert page(audit, "contact").chosen_for == "La mienne" and "recherche" in addresses(audit)
    with pytest.raises(SampleChanged):
        sample_actions.draw_again(audit.pk, 0, 3)


def test_a_draw_is_confirmed_shown_with_its_seed_and_can_be_drawn_again(officer):
    audit = proposed_sample()
    asked = posted(officer, audit, typed(audit) | {"do": "draw", "seed": "3"})
    assert "avec la graine 3" in asked and f"{START}actualites/1" in asked and audit.options["seed"] == 7
    drawn = []
    for seed in (3, 4, 3):
        officer.post(at("sample_draw", audit), {"edition": audit.sample_edition, "seed": seed})
        audit.refresh_from_db()
        drawn.append(set(sample_pages(audit).filter(kind="random").values_list("address", flat=True)))
        assert audit.options["seed"] == seed and len(drawn[-1]) == 1
    assert drawn[0] == drawn[2]


def test_the_sample_of_an_earlier_audit_is_taken_after_a_confirmation(officer):
    older, audit = proposed_sample(seed=5), proposed_sample()
    sample_actions.edit_sample(older.pk, 0, reasons={}, added=["/nouvelle"], added_for=Reason("service", "Eau"))
    sample_actions.edit_sample(audit.pk, 0, reasons={}, removed=[page(audit, "contact").pk], added=["/recherche"])
    audit.refresh_from_db()
    asked = posted(officer, audit, typed(audit) | {"do": "reuse", "other": str(older.pk)})
    assert "Voulez-vous remplacer l’échantillon" in asked and f"{START}recherche" in asked
    assert "recherche" in addresses(audit)
    officer.post(at("sample_reuse", audit, older.pk), {"edition": audit.sample_edition})
    audit.refresh_from_db()
    assert addresses(audit) == addresses(older) and audit.options["seed"] == 5
    assert page(audit, "nouvelle").why.replace("\xa0", " ") == "service ou usage : Eau"
    assert page(audit, "").state == AuditPage.State.DONE


def test_the_approved_sample_goes_to_the_worker_and_changes_no_more(officer, django_capture_on_commit_callbacks):
    audit = proposed_sample()
    with pytest.raises(WrongState, match="« échantillon à valider »"):
        actions.resume_audit(audit.pk)
    with django_capture_on_commit_callbacks(execute=True):
        shown = posted(officer, audit, typed(audit) | {"do": "launch", "add-addresses": "/nouvelle"})
    assert "est lancé" in shown and audit.state == Audit.State.QUEUED and DBTaskResult.objects.count() == 1
    assert "nouvelle" in addresses(audit), "what was typed is stored first"
    assert "Il n’y a pas d’échantillon à valider" in posted(officer, audit, typed(audit))
    with pytest.raises(WrongState, match="on ne peut pas en changer l’échantillon"):
        sample_actions.draw_again(audit.pk, audit.sample_edition, 1)


def test_who_may_only_read_sees_the_sample_and_changes_nothing(client, django_user_model):
    restore_roots()
    user = django_user_model.objects.create_user("lectrice", "lectrice@example.org", "mot de passe")
    group = Group.objects.create(name="Lecture")
    group.permissions.set(Group.objects.get(name=OFFICERS).permissions.exclude(codename="run_audit"))
    user.groups.add(group)
    client.force_login(user)
    audit = proposed_sample()
    shown = client.get(at("summary", audit)).content.decode()
    assert "étape 1" in shown and at("sample", audit) not in shown
    client.post(at("sample", audit), typed(audit) | {"do": "launch"})
    client.post(at("sample_draw", audit), {"edition": 0, "seed": 1})
    audit.refresh_from_db()
    assert audit.state == Audit.State.PROPOSED and audit.sample_edition == 0
