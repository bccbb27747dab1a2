"""Results given back before it was kept how; and results that already wait are looked at by the clock, once."""

from django.db import migrations

HOW = """
    UPDATE dossiers_dossier d SET returned_how = e.facts->>'how' FROM ledger_event e
    WHERE e.thread = d.id AND e.name = 'dossiers.ResultReturned' AND e.at = d.returned_at
"""
WAKE = """
    UPDATE dossiers_dossier d SET alarm_at = d.ended_at FROM dossiers_origin o
    WHERE o.dossier_id = d.id AND o.filed_by <> 'import' AND d.stage = 'issued' AND d.alarm_at IS NULL
"""
"""Of history that was copied in nobody is reminded: it was another system's to tell."""


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0013_handouts'),
        ('ledger', '0004_notes_begin_unsealed'),
    ]

    operations = [
        migrations.RunSQL(HOW, migrations.RunSQL.noop),
        migrations.RunSQL(WAKE, migrations.RunSQL.noop),
    ]
