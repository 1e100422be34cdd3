"""The tripwire in the database: `live` does not become true on a page without a seal, whoever writes the SQL."""

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections

NAME = "parvis_page_needs_seal"
REFUSAL = "parvis: a page goes live through audits.actions.publish_page"
SUPPORTED = ("sqlite", "postgresql")

_NEEDS_SEAL = """
    NEW.live AND NOT EXISTS (SELECT 1 FROM audits_seal WHERE audits_seal.page_id = NEW.id)
    AND NOT (NEW.depth = 1 AND NEW.content_type_id = (
        SELECT id FROM django_content_type WHERE app_label = 'wagtailcore' AND model = 'page'))
"""

_SQLITE = (
    f"DROP TRIGGER IF EXISTS {NAME}_update",
    f"""CREATE TRIGGER {NAME}_update BEFORE UPDATE OF live ON wagtailcore_page
        WHEN NOT OLD.live AND {_NEEDS_SEAL}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    f"DROP TRIGGER IF EXISTS {NAME}_insert",
    f"""CREATE TRIGGER {NAME}_insert BEFORE INSERT ON wagtailcore_page
        WHEN {_NEEDS_SEAL}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
)

_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (TG_OP = 'INSERT' OR NOT OLD.live) AND {_NEEDS_SEAL} THEN
                RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$""",
    f"DROP TRIGGER IF EXISTS {NAME} ON wagtailcore_page",
    f"""CREATE TRIGGER {NAME} BEFORE INSERT OR UPDATE OF live ON wagtailcore_page
        FOR EACH ROW EXECUTE FUNCTION {NAME}()""",
)


class TripwireMissing(RuntimeError):
    """The database would let a page go live without a seal: the site must not start."""


def install(using: str = DEFAULT_DB_ALIAS, **_) -> None:
    """Create the triggers, replacing older ones. SQLite drops them when it rebuilds a table: call after migrations."""
    connection = connections[using]
    if not _tables_exist(connection):
        return
    statements = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}.get(connection.vendor, ())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def verify(using: str = DEFAULT_DB_ALIAS) -> None:
    """Raise TripwireMissing unless the triggers are there."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{NAME}%"])
            expected = 2
        else:
            cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = %s AND tgenabled = 'O'", [NAME])
            expected = 1
        if cursor.fetchone()[0] != expected:
            raise TripwireMissing("The gate's database trigger is missing: run manage.py migrate.")


def _tables_exist(connection) -> bool:
    needed = {"wagtailcore_page", apps.get_model("audits", "Seal")._meta.db_table}
    return needed <= set(connection.introspection.table_names())
