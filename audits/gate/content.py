"""What of a page is content, to tell a change of content from housekeeping."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page

_HOUSEKEEPING = frozenset(
    {
        "pk",
        "path",
        "depth",
        "numchild",
        "url_path",
        "slug",
        "translation_key",
        "locale",
        "owner",
        "content_type",
        "live",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "latest_revision_created_at",
        "live_revision",
        "latest_revision",
        "locked",
        "locked_at",
        "locked_by",
        "expired",
        "expire_at",
        "go_live_at",
        "draft_title",
        "show_in_menus",
        "alias_of",
        "index_entries",
        "postgres_index_entries",
    }
)


def content_of(data: dict[str, Any]) -> dict[str, Any]:
    """The content among a page's serializable data, in the types that JSON gives back."""
    content = {name: value for name, value in data.items() if name not in _HOUSEKEEPING}
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))


def content_hash(data: dict[str, Any]) -> str:
    """A hash of what editors wrote, to tell one draft from another, and a change of content from one around it."""
    return hashlib.sha256(json.dumps(content_of(data), sort_keys=True).encode()).hexdigest()


def same_content(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two serializable data say the same to a reader."""
    return content_of(one) == content_of(other)


def probably_same_content(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """The same, whatever the order of the names within streams, which PostgreSQL changes.

    For a guess that something else verifies: a text that is written as JSON is read as JSON here too.
    """
    return _without_order(content_of(one)) == _without_order(content_of(other))


def _without_order(content: dict[str, Any]) -> dict[str, Any]:
    return {name: _as_json(value) if isinstance(value, str) else value for name, value in content.items()}


def _as_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def page_as_saved(instance: Page, update_fields: frozenset[str] | None) -> Page | None:
    """The whole page as it will stand once `instance` is saved; None for a row that does not exist yet.

    A save may carry only some fields, or only the columns that all pages share: the rest comes from the database.
    """
    stored = Page.objects.filter(pk=instance.pk).first() if instance.pk else None
    if stored is None:
        return None
    specific_class = stored.specific_class or Page
    if isinstance(instance, specific_class) and update_fields is None:
        return instance
    page = specific_class._base_manager.get(pk=instance.pk)
    loaded = {field for field in instance._meta.concrete_fields if field.attname not in instance.get_deferred_fields()}
    for field in loaded:
        if update_fields is None or {field.name, field.attname} & set(update_fields):
            setattr(page, field.attname, field.value_from_object(instance))
    return page
