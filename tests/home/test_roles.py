"""Each group may do its work in the administration, and nothing else."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, Workflow

from home.models import StandardPage
from home.roles import ADMINISTRATORS, EDITORS, MODERATORS, OFFICERS, install_roles


@pytest.fixture
def member(db, client):
    """Signs in as somebody of one group."""

    def sign_in(group):
        user = get_user_model().objects.create_user(f"{group}", f"{group}@essai.example", "un mot de passe d’essai")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return sign_in


ADDRESSES = {
    "wagtailusers_users:index": {ADMINISTRATORS},
    "wagtailusers_groups:index": {ADMINISTRATORS},
    "wagtailsites:index": {ADMINISTRATORS},
    "wagtailredirects:index": {ADMINISTRATORS},
    "wagtailadmin_workflows:index": {ADMINISTRATORS},
    "contact_messages:index": {ADMINISTRATORS, MODERATORS},
    "urgent_alert": {ADMINISTRATORS, MODERATORS},
    "audits_report:index": {ADMINISTRATORS, OFFICERS},
    "accessibility_complaints:index": {OFFICERS},
    "live_faults": {ADMINISTRATORS, OFFICERS, MODERATORS, EDITORS},
    "kept_back": {ADMINISTRATORS, OFFICERS, MODERATORS, EDITORS},
    "gate_health": {ADMINISTRATORS, OFFICERS},
    "appeals:index": {OFFICERS},
    "laissez_passer:index": {OFFICERS},
    "derogations:index": {OFFICERS},
    "urgent_publications:index": {OFFICERS, ADMINISTRATORS},
    "news_themes:index": {ADMINISTRATORS, MODERATORS},
    "pages_to_review": {ADMINISTRATORS, MODERATORS, EDITORS},
    "broken_links": {ADMINISTRATORS, MODERATORS, EDITORS},
    "wagtailimages:index": {ADMINISTRATORS, MODERATORS, EDITORS},
    "wagtaildocs:index": {ADMINISTRATORS, MODERATORS, EDITORS},
}


@pytest.mark.parametrize("group", [EDITORS, MODERATORS, OFFICERS, ADMINISTRATORS])
def test_each_group_opens_its_own_screens_only(client, member, home, group):
    member(group)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    opened = {name for name in ADDRESSES if client.get(reverse(name)).status_code == 200}
    assert opened == {name for name, groups in ADDRESSES.items() if group in groups}


@pytest.mark.parametrize(
    ("group", "edits", "publishes"),
    [(EDITORS, True, False), (MODERATORS, True, True), (OFFICERS, False, False), (ADMINISTRATORS, True, True)],
)
def test_who_edits_and_who_publishes(member, add_page, group, edits, publishes):
    page = add_page("Marchés")
    allowed = page.permissions_for_user(member(group))
    assert (allowed.can_edit(), allowed.can_publish()) == (edits, publishes)


def test_installing_again_changes_nothing_and_keeps_what_was_added(db):
    def state():
        return {
            group.name: (
                sorted(group.permissions.values_list("codename", flat=True)),
                group.page_permissions.count(),
                group.collection_permissions.count(),
            )
            for group in Group.objects.all()
        }

    extra = Group.objects.create(name="Communication")
    before = state()
    install_roles(apps)
    assert state() == before
    assert extra.name in before and not {"Editors", "Moderators"} & set(before)


def test_moderators_keep_the_workflow_of_the_site(db):
    task = Workflow.objects.get().tasks.get().specific
    assert [group.name for group in task.groups.all()] == [MODERATORS]


def test_nobody_but_administrators_deletes_a_published_tree(member, add_page):
    page = add_page("Vie locale")
    add_page("Marchés", parent=page)
    page = Page.objects.get(pk=page.pk)
    assert not page.permissions_for_user(member(MODERATORS)).can_delete()
    assert page.permissions_for_user(member(ADMINISTRATORS)).can_delete()
    assert StandardPage.objects.count() == 2
