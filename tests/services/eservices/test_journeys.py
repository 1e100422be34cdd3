"""From the introduction to the confirmation: what one reads, what is kept, what is written to whom."""

import re

import pytest
from django.test import Client

from services.eservices.actions import close_eservice, open_version
from services.eservices.demo.load import load_eservices
from services.eservices.models import Attachment, Draft, Request, Slot
from services.outbox.models import Mail
from tests.home.bodies import faults_of_typography
from tests.services.eservices.files import image, pdf
from tests.services.eservices.resident import BIRTH, ROOM, ROOT, STREET, Resident, steps_of, upload


@pytest.mark.parametrize("slug", [BIRTH, ROOM, STREET])
def test_a_request_is_filled_in_step_by_step_and_sent(resident, slug):
    request = resident.send(slug)
    assert request.number in resident.words and request.state == "sent"
    assert re.fullmatch(r"D-20\d\d-[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}", request.number)
    assert resident.page.h1.text == "Votre demande est envoyée"
    assert [step["title"] for step in request.answers] == [
        step.title for step in request.version.form.steps if step.key in steps_of(slug)
    ]
    assert Draft.objects.get().sent_at and not Draft.objects.get().steps.exists()


def test_what_was_typed_is_what_is_checked_kept_and_followed(resident):
    resident.fill(ROOM)
    reviewed = [" ".join(line.get_text(" ").split()) for line in resident.page.select(".answers dd")]
    resident.answer({})
    request = Request.objects.get()
    kept = [line for step in request.answers for answer in step["answers"] for line in answer["lines"]]
    assert [" ".join(line.split()) for line in kept] == reviewed
    values = {answer["key"]: answer["value"] for step in request.answers for answer in step["answers"]}
    assert values["telephone"] == "01 99 00 12 34" and values["materiel"] == ["boucle", "rampe"]
    assert values["autres"] == [{"nom": "Ana Sow", "telephone": "01 99 00 12 35"}]
    assert values["precisions"] == "Le soir.\nMerci." and values["personnes"] == "40"
    resident.get(f"{ROOT}suivi/{request.number}/")
    assert all(line in resident.words for line in reviewed)


def test_the_introduction_says_what_the_law_and_people_want(resident, town):
    resident.get(f"{ROOT}{BIRTH}/")
    birth = town[BIRTH]
    wanted = [birth.purpose, birth.legal_basis, birth.recipients, "12 mois", *birth.things_to_have, "environ 5 minutes"]
    wanted += ["01 99 00 12 41", "Hôtel de ville", "Joignez une enveloppe", "CNIL"]
    words = resident.words.replace("\u00a0", " ")
    assert [text for text in wanted if " ".join(text.split()) not in words] == []
    assert resident.title.startswith("Demander un acte de naissance – ")
    assert "10\u00a0Mo" in resident.get(f"{ROOT}{ROOM}/").main.text


def test_each_step_says_where_one_is_and_fills_in_what_browsers_know(resident):
    resident.start(BIRTH)
    assert resident.title == "L’acte demandé – étape 1 sur 4 – Demander un acte de naissance – Ville d’essai"
    assert "Étape 1 sur 4, plus que trois après" in resident.words
    resident.answer(steps_of(BIRTH)["acte"])
    assert not resident.page.main.find(autocomplete=True), "they are about somebody else"
    resident.answer(steps_of(BIRTH)["personne"])
    known = {field["name"]: field["autocomplete"] for field in resident.page.select("[autocomplete]")}
    assert known["votre_prenom"] == "given-name" and known["courriel"] == "email" and known["telephone"] == "tel"
    assert known["adresse-street"] == "address-line1" and known["adresse-postcode"] == "postal-code"
    labels = {label["for"]: label.text for label in resident.page.select("main label")}
    controls = resident.page.select("form.form input:not([type=hidden])")
    assert all(labels[field["id"]].strip() for field in controls)
    assert "(facultatif)" in labels["q-telephone"] and "(facultatif)" not in labels["q-courriel"]


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(resident):
    resident.start(BIRTH)
    resident.answer(steps_of(BIRTH)["acte"])
    wrong = {"nom": "Dïallo <b>", "prenoms": "", "naissance-day": "32", "naissance-month": "x", "naissance-year": "85"}
    resident.answer(wrong)
    assert resident.title.startswith("Erreur\u00a0: La personne née à Merlonges – étape 2 sur 4")
    links = resident.page.select("#erreurs a")
    assert [link["href"] for link in links] == [
        *("#q-prenoms", "#q-naissance-day", "#q-naissance-month", "#q-naissance-year")
    ]
    for link in links:
        control = resident.page.find(id=link["href"].removeprefix("#"))
        assert control.get("aria-invalid") == "true", link
    described = resident.page.find(id="q-prenoms")["aria-describedby"].split()
    assert "Écrivez votre réponse." in " ".join(resident.page.find(id=name).text for name in described)

    def shown() -> dict[str, str]:
        return {name: resident.page.find(attrs={"name": name}).get("value", "") for name in wrong}

    assert shown() == wrong
    resident.get(f"{ROOT}{BIRTH}/personne/")
    assert shown() == wrong and not resident.errors(), "it comes back, and is not blamed before it is sent again"


def test_a_later_step_is_not_opened_before_the_others_are_right(resident):
    resident.start(BIRTH)
    for step in ("vous/", "verifier/", "mandat/", "nulle-part/"):
        resident.get(f"{ROOT}{BIRTH}/{step}")
        assert resident.path.endswith("/acte/"), step


def test_a_condition_asks_more_and_what_it_hides_is_not_sent(resident):
    resident.start(BIRTH)
    resident.answer({"document": "extrait", "pour": "moi", "copies": "1"})
    assert resident.path.endswith("/acte/") and not resident.errors()
    assert "appelle une précision" in resident.words
    assert resident.page.find(attrs={"name": "document", "value": "extrait"}).has_attr("checked")
    resident.answer({"document": "extrait", "pour": "moi", "copies": "1"})
    assert "Les noms des parents doivent-ils y figurer" in resident.errors()[0]
    resident.answer({"document": "extrait", "filiation": "avec", "pour": "moi", "copies": "1"})
    assert resident.path.endswith("/personne/")
    resident.get(f"{ROOT}{BIRTH}/acte/")
    resident.answer({**steps_of(BIRTH)["acte"], "filiation": "avec"})
    for step in ("personne", "vous"):
        resident.answer(steps_of(BIRTH)[step])
    resident.answer({})
    request = Request.objects.get()
    assert "filiation" not in [answer["key"] for step in request.answers for answer in step["answers"]]


def test_a_step_that_a_condition_opens_comes_in_its_turn(resident):
    resident.start(BIRTH)
    resident.answer({**steps_of(BIRTH)["acte"], "pour": "autre"})
    assert "Étape 2 sur 5" in resident.words
    resident.answer(steps_of(BIRTH)["personne"])
    assert resident.path.endswith("/mandat/")
    resident.answer({})
    assert "Choisissez un fichier." in resident.errors()[0]
    resident.answer({"preuve": upload("mandat.pdf")})
    assert resident.path.endswith("/vous/")


def test_the_review_leads_back_to_each_step_and_on_again(resident):
    resident.fill(BIRTH)
    links = [link["href"] for link in resident.page.select(".review-step a")]
    assert links == [f"{ROOT}{BIRTH}/{step}/?revoir=1" for step in steps_of(BIRTH)]
    texts = [link.text for link in resident.page.select(".review-step a")]
    assert len(set(texts)) == len(texts)
    resident.get(links[1])
    resident.answer({**steps_of(BIRTH)["personne"], "nom": "Sow"})
    assert resident.path.endswith("/verifier/") and "Sow" in resident.words


def test_a_line_is_added_to_a_table_and_what_was_typed_stays(resident):
    resident.start(ROOM)
    answers = steps_of(ROOM)
    resident.answer(answers["salle"])
    resident.answer({**answers["organisateur"], "nom": ""}, ajouter="autres")
    assert resident.page.find(attrs={"name": "autres-1-nom"}) and not resident.errors()
    assert resident.page.find(attrs={"name": "autres-0-nom"})["value"] == "Ana Sow"
    assert resident.page.find(attrs={"name": "prenom"})["value"] == "Awa"
    first = resident.page.select_one("form.form button")
    assert not first.has_attr("name"), "the key Enter sends the step, and adds no line"


def test_two_tabs_spoil_nothing_of_each_other(client, town, resident):
    resident.fill(BIRTH)
    other = Resident(client)
    other.get(f"{ROOT}{BIRTH}/vous/")
    resident.get(f"{ROOT}{BIRTH}/personne/")
    other.answer({**steps_of(BIRTH)["vous"], "votre_nom": "Sow"})
    resident.answer({**steps_of(BIRTH)["personne"], "nom": "Ndiaye"})
    resident.get(f"{ROOT}{BIRTH}/verifier/")
    assert "Sow" in resident.words and "Ndiaye" in resident.words


def test_sending_twice_makes_one_request(client, resident):
    resident.fill(ROOM)
    review = Resident(client)
    review.get(resident.path)
    resident.answer({})
    first = resident.path
    review.answer({})
    assert review.path == first and Request.objects.count() == 1
    assert Mail.objects.filter(subject__startswith="Accusé").count() == 1
    assert Slot.objects.get(taken__gt=0).taken == 1


def test_a_slot_that_somebody_took_is_said_and_the_rest_is_kept(client, town, resident):
    slot = Slot.objects.first()
    resident.fill(ROOM)
    Slot.objects.filter(pk=slot.pk).update(taken=1)
    resident.answer({})
    assert resident.path.split("?")[0].endswith("/salle/") and not Request.objects.exists()
    assert not resident.page.find("option", attrs={"value": str(slot.pk)})
    resident.answer({**steps_of(ROOM)["salle"], "creneau": str(slot.pk)})
    assert "n’est plus libre" in resident.errors()[0]
    resident.answer({**steps_of(ROOM)["salle"], "creneau": str(Slot.objects.exclude(pk=slot.pk).first().pk)})
    resident.get(f"{ROOT}{ROOM}/verifier/")
    assert "Ana Sow" in resident.words


def test_files_are_kept_with_the_step_and_may_be_taken_away(resident, settings):
    resident.start(ROOM)
    answers = steps_of(ROOM)
    resident.answer(answers["salle"])
    resident.answer(answers["organisateur"])
    resident.answer({"assurance": [upload("a.pdf"), upload("b.exe.pdf"), upload("photo.png", image("PNG"))]})
    assert any("b.exe.pdf" in error and "programme" in error for error in resident.errors())
    assert [one.name for one in Attachment.objects.all()] == ["a.pdf", "photo.png"]
    resident.answer({"assurance": upload("c.pdf", pdf(lambda document: document.add_blank_page()))})
    assert any("2 fichiers au plus" in error for error in resident.errors())
    resident.answer({"assurance": upload("encore.png", Attachment.objects.last().file.read())})
    assert Attachment.objects.count() == 2
    taken = Attachment.objects.first()
    path = settings.PARVIS_PRIVATE_FILES / taken.file.name
    assert path.read_bytes().startswith(b"%PDF") and "a.pdf" not in taken.file.name
    resident.answer({"assurance-retirer": str(taken.identifier), "reglement": "oui"})
    assert resident.path.endswith("/verifier/") and "photo.png" in resident.words and "a.pdf" not in resident.words


def test_a_draft_is_gone_on_with_from_the_link_of_a_mail(resident, town):
    resident.start(BIRTH)
    resident.answer({**steps_of(BIRTH)["acte"], "copies": "zéro"})
    resident.get(f"{ROOT}{BIRTH}/plus-tard/")
    resident.answer({"email": "awa@"})
    assert resident.title.startswith("Erreur\u00a0:")
    resident.answer({"email": "awa@essai.example"})
    assert resident.page.h1.text == "Le lien est envoyé"
    mail = Mail.objects.get()
    link = re.search(r"http://localhost(/\S+)", mail.text)[1]
    elsewhere = Resident(Client())
    elsewhere.get(link)
    assert elsewhere.path.endswith("/acte/")
    assert elsewhere.page.find(attrs={"name": "copies"})["value"] == "zéro"
    token = link.rstrip("/").rpartition("/")[2]
    assert not Draft.objects.filter(token_hash=token).exists() and token not in str(Draft.objects.values())


def test_beginning_again_throws_the_draft_and_its_files_away(resident, settings, django_capture_on_commit_callbacks):
    resident.fill(ROOM)
    file = settings.PARVIS_PRIVATE_FILES / Attachment.objects.get().file.name
    assert file.exists()
    resident.get(f"{ROOT}{ROOM}/")
    assert "Reprendre ma demande" in resident.words
    resident.start(ROOM)
    assert resident.path.endswith("/verifier/")
    with django_capture_on_commit_callbacks(execute=True):
        resident.post(f"{ROOT}{ROOM}/commencer/", {"recommencer": "1"})
    assert resident.path.endswith("/salle/") and Draft.objects.count() == 1 and not Attachment.objects.exists()
    assert not file.exists()


def test_a_request_keeps_the_version_that_it_was_filled_in_with(resident, town):
    resident.fill(STREET)
    changed = {"steps": [{"key": "seule", "title": "Seule", "items": [{"kind": "email", "key": "x", "label": "X"}]}]}
    open_version(town[STREET], changed)
    resident.answer({})
    request = Request.objects.get()
    assert request.version.number == 1 and request.answers[0]["title"] == "Le problème"
    resident.start(STREET)
    assert resident.path.endswith("/seule/")
    load_eservices()
    assert town[STREET].versions.count() == 3


def test_a_closed_service_says_how_to_do_otherwise(resident, town):
    resident.fill(BIRTH)
    close_eservice(town[BIRTH])
    resident.answer({})
    assert not Request.objects.exists()
    assert "pas ouverte en ligne" in resident.words and "Joignez une enveloppe" in resident.words
    assert not resident.page.find("form", class_="form-start")
    resident.get(ROOT)
    assert "acte de naissance" not in resident.words


def test_without_cookies_or_after_them_one_is_told_what_to_do(town):
    visitor = Resident(Client())
    visitor.get(f"{ROOT}{BIRTH}/vous/")
    assert visitor.path.endswith("?perdu=1") and "Reprenez-la par le lien" in visitor.words


def test_a_site_shows_its_own_services_only(client, town):
    from wagtail.models import Page, Site

    other = Site.objects.create(hostname="ailleurs.example", root_page=Page.objects.get(depth=1))
    assert client.get(f"{ROOT}{BIRTH}/", headers={"Host": "ailleurs.example"}).status_code == 404
    assert not other.eservices.exists()
    assert "acte de naissance" not in client.get(ROOT, headers={"Host": "ailleurs.example"}).content.decode()


@pytest.mark.parametrize("slug", [BIRTH, ROOM, STREET])
def test_everything_is_written_with_french_typography(resident, slug):
    texts = [resident.get(f"{ROOT}{slug}/").main.get_text()]
    resident.start(slug)
    for answers in steps_of(slug).values():
        texts.append(resident.page.main.get_text())
        texts.append(resident.answer({}).main.get_text())
        if resident.errors():
            resident.answer(answers)
    texts.append(resident.page.main.get_text())
    texts.append(resident.answer({}).main.get_text())
    texts.append(resident.get(f"{ROOT}suivi/{Request.objects.get().number}/").main.get_text())
    texts.append(resident.get(f"{ROOT}suivi/{Request.objects.get().number}/accuse-de-reception/").main.get_text())
    texts += [mail.subject + "\n" + mail.text for mail in Mail.objects.all()]
    assert [fault for text in texts for fault in faults_of_typography(text)] == []
