"""Find the notes of one sealed batch at once: verification reads every batch."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index over sealed notes of reading."""

    dependencies = [("ledger", "0002_guards")]
    operations = [
        migrations.AddIndex(
            model_name="accessnote",
            index=models.Index(
                condition=models.Q(("seal__isnull", False)), fields=["seal"], name="access_seal"
            ),
        ),
    ]
