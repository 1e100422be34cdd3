"""The pages of the three démarches, as they are and with every error, judged by our own engine in a real browser."""

import pytest
from django.contrib.auth import get_user_model

from accessibility.engine import check_url
from services.eservices.desk.actions import answer_resident, ask_resident, take_request
from services.eservices.models import Request
from tests.services.eservices.resident import BIRTH, ROOM, ROOT, STREET, Resident, steps_of, upload
from tests.services.eservices.test_desk_actions import agent_of
from tests.web_site import web_site

__all__ = ["web_site"]

pytestmark = pytest.mark.xdist_group("eservices_judged")


@pytest.fixture
def judged(engine_browser, web_site):
    """The defects that the engine finds in the page that a resident sees, in words."""

    def judge(resident: Resident) -> list[str]:
        path = f"/{resident.path.strip('/').replace('/', '-').partition('?')[0]}.html"
        report = check_url(engine_browser, web_site.page(path, resident.response.content.decode()))
        assert report.status == 200 and len(report.tests) == 258
        return [f"{resident.path} {finding.rule} {finding.html}" for finding in report.failures]

    return judge


@pytest.mark.parametrize("slug", [BIRTH, ROOM, STREET])
def test_engine_finds_no_defect_from_the_introduction_to_the_follow_up(slug, resident, judged):
    resident.get(f"{ROOT}{slug}/")
    defects = judged(resident)
    resident.start(slug)
    for answers in steps_of(slug).values():
        resident.answer({})
        assert resident.errors() or slug == STREET
        defects += judged(resident) if resident.errors() else []
        if resident.errors():
            resident.answer(answers)
    defects += judged(resident)
    resident.answer({})
    assert resident.page.h1.text == "Votre demande est envoyée"
    defects += judged(resident)
    resident.get(f"{ROOT}suivi/{Request.objects.get().number}/")
    defects += judged(resident)
    assert defects == []


def test_engine_finds_no_defect_in_what_only_some_see(resident, town, judged):
    resident.get(ROOT)
    defects = judged(resident)
    resident.fill(ROOM, pieces={"assurance": [upload("a.pdf"), upload("b.txt")]}, organisateur={"autres-0-nom": "Ana"})
    assert resident.errors()
    defects += judged(resident)
    resident.answer({"reglement": "oui"})
    resident.answer({})
    request = Request.objects.get()
    agent = agent_of(town[ROOM])
    take_request(request, agent)
    answer_resident(request, agent, "Bonjour.")
    ask_resident(request, agent, "Il nous manque une pièce.", ["Pièce d’identité"])
    for page in ("", "accuse-de-reception/", "annuler/"):
        resident.get(f"{ROOT}suivi/{request.number}/{page}")
        defects += judged(resident)
    resident.post(f"{ROOT}suivi/{request.number}/", {"text": ""})
    assert resident.errors()
    defects += judged(resident)
    resident.post(f"{ROOT}suivi/", {})
    assert resident.errors()
    defects += judged(resident)
    assert defects == []


def test_engine_finds_no_defect_in_what_an_account_began_and_sent(resident, judged):
    resident.client.force_login(get_user_model().objects.create_user("awa", "awa@essai.example"))
    resident.get(f"{ROOT}mes-demandes/")
    defects = judged(resident)
    resident.send(BIRTH)
    resident.start(STREET)
    resident.get(f"{ROOT}mes-demandes/")
    assert len(resident.page.select(".card")) == 2
    defects += judged(resident)
    assert defects == []
