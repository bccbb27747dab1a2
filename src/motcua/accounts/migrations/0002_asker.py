"""A code belongs to who asked for it: nobody uses up another's tries."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The asker of a code."""

    dependencies = [("accounts", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="signincode",
            name="asker",
            field=models.BinaryField(
                default=b"", help_text="keyed hash of the network address that asked for it"
            ),
        ),
    ]
