from django.db import migrations

from audits.models.component import ComponentField, component_of

_BATCH = 1000


def name_components(apps, schema_editor):
    findings = apps.get_model("audits", "AuditFinding").objects.using(schema_editor.connection.alias)
    last = 0
    while rows := list(findings.filter(pk__gt=last).order_by("pk").only("pk", "html")[:_BATCH]):
        for row in rows:
            row.component = component_of(row.html)
        findings.bulk_update(rows, ["component"])
        last = rows[-1].pk


class Migration(migrations.Migration):
    dependencies = [("audits", "0007_sample")]

    operations = [
        migrations.AddField("auditfinding", "component", ComponentField(verbose_name="composant")),
        migrations.RunPython(name_components, migrations.RunPython.noop),
    ]
