"""Documents in the administration: what their uploader reads, what the officer decides, and who may."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.log_actions import registry
from wagtail.models import Collection, GroupCollectionPermission

from accessibility.engine import check_url
from accessibility.outcome import Verdict as Says
from audits.documents.queries import exemption_of
from audits.gate.errors import DecisionFromFixture
from audits.models import DocumentCheck, DocumentExemption
from home.roles import OFFICERS
from tests.accessibility.web_server import serve
from tests.admin_screens import put_made_files, put_static_files, without_wagtail_s
from tests.audits.document_screens import NAMES, documents_of, reference_to, screens
from tests.audits.library import ACCESSIBLE, BROKEN, UNTAGGED, add_document, replace_file

pytestmark = pytest.mark.xdist_group("gate")
TYPED = {"kind": "before_2018", "dated": "2015-04-02", "serves_no_procedure": "on", "reason": "Bulletin de mars 2015."}


def words(answer) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def member(django_user_model, client, name: str, group: Group):
    user = django_user_model.objects.create_user(name, f"{name}@example.org", "mot de passe")
    user.groups.add(group)
    client.force_login(user)
    return user


def test_who_uploads_reads_at_once_what_is_certain_of_the_file_and_is_never_refused(town):
    client = town.admin_client()
    for content, name, said in (
        (UNTAGGED, "conseil.pdf", "1 défaut certain."),
        (ACCESSIBLE, "balise.pdf", "Aucun défaut certain trouvé."),
        (BROKEN, "casse.pdf", "N’a pas pu être lu : le fichier est endommagé."),
    ):
        sent = {
            "files[]": SimpleUploadedFile(name, content, "application/pdf"),
            "collection": Collection.objects.get().pk,
        }
        answer = client.post(reverse("wagtaildocs:add_multiple"), {"title": name, **sent}).json()
        assert answer["success"] and said in " ".join(answer["form"].split())
        assert "accessible_document" not in answer["form"]
    listed = words(client.get(reverse("wagtaildocs:index")))
    for said in (
        "1 défaut certain",
        "Aucun défaut certain trouvé",
        "N’a pas pu être lu : le fichier est endommagé",
    ):
        assert said in listed
    document = get_document_model().objects.get(title="conseil.pdf")
    sheet = words(client.get(reverse("wagtaildocs:edit", args=[document.pk])))
    assert "Ce qui est à corriger dans le document" in sheet and "n’est pas balisé" in sheet
    assert 'name="accessible_document"' in sheet and 'name="accessible_page"' in sheet


def test_what_came_by_another_door_is_read_when_it_is_first_needed(town):
    document = add_document()
    client = town.admin_client()
    assert "Pas encore lu" in words(client.get(reverse("wagtaildocs:index")))
    assert not DocumentCheck.objects.exists()
    assert "1 défaut certain" in words(client.get(reverse("wagtaildocs:edit", args=[document.pk])))
    assert "1 défaut certain" in words(client.get(reverse("wagtaildocs:index")))
    replace_file(document, ACCESSIBLE, "balise.pdf")
    assert "Pas encore lu" in words(client.get(reverse("wagtaildocs:index")))


def test_a_document_names_one_accessible_version_which_is_another(town):
    document, other = add_document(), add_document(ACCESSIBLE, "balise.pdf", "Balisé")
    client, address = town.admin_client(), reverse("wagtaildocs:edit", args=[document.pk])
    typed = {"title": "Conseil", "collection": document.collection_id, "tags": ""}
    itself = words(client.post(address, {**typed, "accessible_document": document.pk}))
    assert "Choisissez un autre document que celui-ci." in itself
    both = words(client.post(address, {**typed, "accessible_document": other.pk, "accessible_page": town.home.pk}))
    assert "Choisissez un document ou une page, pas les deux." in both
    assert client.post(address, {**typed, "accessible_document": other.pk}).status_code == 302
    document.refresh_from_db()
    assert document.accessible_document == other


def test_the_officer_exempts_a_document_with_a_reason_and_takes_it_back(town, client, django_user_model):
    document = add_document()
    officer = member(django_user_model, client, "referente", Group.objects.get(name=OFFICERS))
    address = reverse("document_accessibility", args=[document.pk])
    shown = words(client.get(address))
    assert "Enregistrer l’exemption" in shown and "Modifier le document" not in shown
    for wrong, said in (
        ({"reason": ""}, "Écrivez ce qui le montre."),
        ({"dated": "2018-09-23"}, "écrivez un jour qui ne vient pas après le 22/09/2018."),
        ({"dated": ""}, "écrivez un jour qui ne vient pas après le 22/09/2018."),
        ({"kind": "archive", "dated": "2019-09-23"}, "écrivez un jour qui ne vient pas après le 22/09/2019."),
        ({"serves_no_procedure": ""}, "Un document dont une démarche a besoin n’est pas exempté."),
    ):
        assert said in words(client.post(address, TYPED | wrong))
    assert not DocumentExemption.objects.exists()
    assert client.post(address, TYPED).status_code == 302
    granted = exemption_of(document)
    assert (granted.user, granted.reason) == (officer, TYPED["reason"])
    assert "Retirer l’exemption" in words(client.get(address))
    assert client.post(address, {"why": "Une démarche en a besoin."}).status_code == 302
    assert exemption_of(document) is None and DocumentExemption.objects.get().withdrawn_at
    logged = registry.get_logs_for_instance(document).order_by("pk")
    actions = [(entry.action, entry.user, entry.comment) for entry in logged]
    assert actions == [
        ("audits.exempt_document", officer, TYPED["reason"]),
        ("audits.withdraw_exemption", officer, "Une démarche en a besoin."),
    ]


def test_who_looks_after_documents_exempts_none(town, client, django_user_model):
    mine, other = add_document(), add_document(title="D’une autre collection")
    collection = Collection.objects.get().add_child(name="Conseil")
    type(mine).objects.filter(pk=mine.pk).update(collection=collection)
    group = Group.objects.create(name="Conseil")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    member(django_user_model, client, "secretaire", group)
    assert client.get(reverse("documents_report")).status_code == 302
    change = Permission.objects.get(content_type__app_label="wagtaildocs", codename="change_document")
    GroupCollectionPermission.objects.create(group=group, collection=collection, permission=change)
    report = words(client.get(reverse("documents_report")))
    assert "Compte rendu" in report and other.title not in report
    address = reverse("document_accessibility", args=[mine.pk])
    assert "Enregistrer l’exemption" not in words(client.get(address))
    assert client.post(address, TYPED).status_code == 302
    assert not DocumentExemption.objects.exists()
    assert client.get(reverse("document_accessibility", args=[other.pk])).status_code == 302


def test_a_fixture_exempts_nothing(town, tmp_path):
    document = add_document()
    file = tmp_path / "exemptions.json"
    row = f'{{"document": {document.pk}, "content": "0", "kind": "heritage", "reason": "x"}}'
    file.write_text(f'[{{"model": "audits.documentexemption", "pk": 1, "fields": {row}}}]')
    with pytest.raises(DecisionFromFixture):
        call_command("loaddata", str(file))


def test_the_report_says_the_state_of_each_document_and_what_excuses_it(town):
    client, address = town.admin_client(), reverse("documents_report")
    assert "Aucun document n’a été déposé." in words(client.get(address))
    known = documents_of(town)
    titles = {name: document.title for name, document in known.items()}

    def found(**asked) -> set[str]:
        rows = csv.DictReader(io.StringIO(client.get(address, asked | {"export": "csv"}).getvalue().decode()))
        by_title = {row["Document"]: row for row in rows}
        return {name for name, title in titles.items() if title in by_title}

    assert found() == set(known)
    assert found(state="defects") == {"faulty", "replaced", "exempt"}
    assert found(state="unknown") == {"unknown"} and found(state="unread") == {"broken"}
    assert found(excuse="none") == {"faulty"} and found(excuse="exempt") == {"exempt"}
    assert found(excuse="version") == {"replaced"}
    assert found(q="bulletin") == {"exempt"} and found(q="casse.pdf") == {"broken"}
    assert found(linked="yes") == set() and found(linked="no") == set(known)
    reference_to(known["faulty"], town.home)
    assert found(linked="yes") == {"faulty"} and "Accueil" in words(client.get(address, {"linked": "yes"}))
    assert "Aucun document ne correspond." in words(client.get(address, {"q": "introuvable"}))
    rows = client.get(address, {"export": "csv", "state": "defects"}).getvalue().decode()
    assert "publié avant le 23 septembre 2018" in rows and "Compte rendu du conseil, balisé" in rows


def test_the_report_has_pages(town):
    for number in range(31):
        add_document(b"texte", f"note-{number}.txt", f"Note {number:02}")
    client, address = town.admin_client(), reverse("documents_report")
    first, second = words(client.get(address)), words(client.get(address, {"p": 2}))
    assert "Note 29" in first and "Note 30" not in first and "Note 30" in second


@pytest.fixture(scope="module")
def web_site():
    """A server that has the administration's style sheets and scripts."""
    with serve() as site:
        put_static_files(site)
        yield site


@pytest.mark.parametrize("name", NAMES)
def test_the_engine_finds_no_defect_in_a_screen_and_nothing_overflows(name, town, web_site, engine_browser, browser):
    client = town.admin_client()
    put_made_files(web_site, client)
    shown = web_site.page(f"/{name}.html", client.get(screens(town)[name]).content.decode())
    report = check_url(engine_browser, shown)
    failed = (f"{f.rule} {f.html} {' '.join(f.targets)}" for f in report.findings if f.verdict is Says.FAIL)
    assert without_wagtail_s(failed) == []
    where = "[data-refusal]" if name == "refusal" else "main"  # the rest of the page's editor is Wagtail's
    metrics = {"width": 360, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        browser.get(shown)
        wide = browser.execute_script(
            f"return [...document.querySelectorAll('{where} *')]"
            ".filter(e => e.getBoundingClientRect().right > innerWidth)"
            ".filter(e => !e.closest('.audit-listing, header, .footer'))"
            ".map(e => e.outerHTML.slice(0, 200))"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide == []
