"""Who may do what in the administration: four groups, each with the least that its work needs.

Editors propose, moderators publish (through the gate, like everyone), the accessibility officer runs audits, fills
in the statement, answers reports and appeals and lets findings through, administrators run the site and may publish
urgently. Wagtail's own two groups are kept under French
names, with their workflow.
"""

from collections.abc import Iterable
from dataclasses import dataclass

EDITORS, MODERATORS, OFFICERS, ADMINISTRATORS = "Rédaction", "Modération", "Référent accessibilité", "Administration"
FORMER_NAMES = {"Editors": EDITORS, "Moderators": MODERATORS}


@dataclass(frozen=True)
class Role:
    """What a group may do: `models` by application label and codename, `pages` and `files` from their roots down."""

    name: str
    models: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


_FILES = ("choose", "add")
_ALL_FILES = ("choose", "add", "change", "delete")
_MESSAGES = ("home.view_contactmessage", "home.change_contactmessage")
_LISTS = tuple(f"home.{action}_{model}" for model in ("lifeevent", "topic") for action in ("add", "change", "delete"))
_ALERT = ("home.publish_urgentalert",)
_STATEMENT = (
    "audits.change_accessibilitystatement",
    "audits.view_accessibilitycomplaint",
    "audits.change_accessibilitycomplaint",
)
_ONLINE = ("audits.view_livefault", "audits.view_gatehealth")
_DECISIONS = (
    *("audits.view_appeal", "audits.change_appeal", "audits.view_urgentpublication", "audits.change_gaterules"),
    *("audits.view_laissezpasser", "audits.add_laissezpasser", "audits.view_derogation", "audits.add_derogation"),
    *("audits.view_documentexemption", "audits.add_documentexemption"),
)
_URGENT = ("audits.view_urgentpublication", "audits.publish_urgently")
_TRANSLATION = "simple_translation.submit_translation"
_THEMES = tuple(f"home.{action}_newstheme" for action in ("add", "change", "delete"))
_SITE = tuple(
    f"{app}.{action}_{model}"
    for app, model in (
        ("accounts", "user"),
        ("auth", "group"),
        ("wagtailcore", "site"),
        ("wagtailcore", "collection"),
        ("wagtailcore", "workflow"),
        ("wagtailcore", "task"),
        ("wagtailredirects", "redirect"),
    )
    for action in ("add", "change", "delete")
)

ROLES = (
    Role(EDITORS, pages=("add", "change"), files=_FILES, models=("wagtailadmin.access_admin", _TRANSLATION)),
    Role(
        MODERATORS,
        pages=("add", "change", "publish", "lock", "unlock"),
        files=_ALL_FILES,
        models=("wagtailadmin.access_admin", _TRANSLATION, *_MESSAGES, *_LISTS, *_THEMES, *_ALERT),
    ),
    Role(
        OFFICERS,
        models=(
            *("wagtailadmin.access_admin", "audits.view_audit", "audits.run_audit"),
            *(*_ONLINE, *_STATEMENT, *_DECISIONS),
        ),
    ),
    Role(
        ADMINISTRATORS,
        pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
        files=_ALL_FILES,
        models=(
            "wagtailadmin.access_admin",
            _TRANSLATION,
            "audits.view_audit",
            *_ONLINE,
            "home.change_towncontact",
            "home.change_navigation",
            "home.change_theme",
            *_ALERT,
            *_URGENT,
            *_MESSAGES,
            *_LISTS,
            *_THEMES,
            "home.delete_contactmessage",
            *_SITE,
        ),
    ),
)


def install_roles(apps) -> None:
    """Make the groups, or bring them up to date; what somebody added to them by hand is kept."""
    groups = apps.get_model("auth", "Group").objects
    for former, name in FORMER_NAMES.items():
        if not groups.filter(name=name).exists():
            groups.filter(name=former).update(name=name)
    for role in ROLES:
        group = groups.get_or_create(name=role.name)[0]
        group.permissions.add(*_permissions(apps, role.models))
        _allow_pages(apps, group, role.pages)
        _allow_files(apps, group, role.files)


def _permissions(apps, names: Iterable[str]) -> list:
    """Permissions by « app.codename ». Raises DoesNotExist for a name that is none."""
    permissions = apps.get_model("auth", "Permission").objects
    pairs = (name.split(".") for name in names)
    return [permissions.get(content_type__app_label=label, codename=codename) for label, codename in pairs]


def _allow_pages(apps, group, actions: Iterable[str]) -> None:
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    allowed = apps.get_model("wagtailcore", "GroupPagePermission").objects
    for permission in _permissions(apps, (f"wagtailcore.{action}_page" for action in actions)):
        allowed.get_or_create(group=group, page=root, permission=permission)


def _allow_files(apps, group, actions: Iterable[str]) -> None:
    """Wagtail asks for the permissions of its own models, whichever models a site puts in their place."""
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    allowed = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    names = (name for action in actions for name in (f"wagtailimages.{action}_image", f"wagtaildocs.{action}_document"))
    for permission in _permissions(apps, names):
        allowed.get_or_create(group=group, collection=root, permission=permission)
