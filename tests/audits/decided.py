"""A village whose verdicts are written down rather than asked of a browser, and the people who decide on them."""

from dataclasses import dataclass
from hashlib import blake2b

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, Site

from audits.gate.judging import key_of
from audits.gate.refusals import record_refusal
from audits.models import Verdict
from home.models import TownContact
from home.roles import ADMINISTRATORS, MODERATORS, OFFICERS
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town, stream
from tests.roots import restore_roots

IMAGE = '<img src="/mairie.jpg">'
OFFICER = "a11y@essai.example"
RULE = "c01_01_image_without_alternative"


def found(html: str = IMAGE, *, block: str = "body.0000-0", rule: str = RULE, whole: str | None = None) -> dict:
    """A finding as the checker answers it; `whole`, where the element holds more than its excerpt shows."""
    return {
        "rgaa": ["1.1.1"],
        "rule": rule,
        "verdict": "fail",
        "source": "rule",
        "targets": ["img"],
        "html": html,
        "message": "Cette image n’a pas d’alternative.",
        "fix": "Décrivez-la.",
        "provenance": block,
        "digest": blake2b((whole or html).encode(), digest_size=16).hexdigest(),
    }


def judged(page: Page, *findings: dict) -> Verdict:
    """Write down the verdict on a page's content, as the gate keeps it."""
    return Verdict.objects.update_or_create(
        key=key_of(page),
        defaults={
            "accepted": not findings,
            "content_findings": list(findings),
            "versions": {"rgaa": "4.1.2", "engine": "9", "axe": "4"},
        },
    )[0]


@dataclass
class Village(Town):
    """A town whose officer has an address."""

    site: Site = None

    def person(self, group: str, name: str) -> Client:
        """Somebody of a group, signed in."""
        user = get_user_model().objects.create_user(name, f"{name}@essai.example", "un mot de passe d’essai")
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    def refused(self, title: str = "Marché", html: str = IMAGE, *findings: dict) -> tuple[PlainPage, Verdict]:
        """A draft that was refused, and the verdict on it."""
        page = self.draft(title, html)
        verdict = judged(page, *(findings or [found()]))
        record_refusal(page, verdict, revision=page.get_latest_revision(), door="edit")
        return page, verdict

    def changed(self, page: PlainPage, *html: str) -> PlainPage:
        """The page with another body, kept as a draft."""
        page = PlainPage.objects.get(pk=page.pk)
        page.body = stream(*html)
        page.save_revision()
        return page


def _village(admin) -> Village:
    restore_roots()
    root = Page.objects.get(depth=1)
    village = Village(root=root, admin=admin)
    home = village.draft("Accueil", CLEAN, parent=root)
    village.site = Site.objects.get(is_default_site=True)
    village.site.hostname, village.site.root_page = "localhost", home
    village.site.save()
    village.home = village.force_live(home)
    TownContact.objects.update_or_create(site=village.site, defaults={"accessibility_email": OFFICER})
    return village


@pytest.fixture
def village(db, admin_user) -> Village:
    """In a transaction that is undone: nothing is judged, mail and tasks wait."""
    return _village(admin_user)


@pytest.fixture
def village_that_commits(transactional_db, admin_user) -> Village:
    """Where transactions end, as in use."""
    return _village(admin_user)


@pytest.fixture
def editor(village) -> Client:
    return village.person(MODERATORS, "ines")


@pytest.fixture
def officer(village) -> Client:
    return village.person(OFFICERS, "samir")


@pytest.fixture
def administrator(village) -> Client:
    return village.person(ADMINISTRATORS, "camille")
