"""When somebody else set an officer's password: it is good for one sign-in and must be changed there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The moment of a one-time password."""

    dependencies = [("accounts", "0002_asker")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="one_time_since",
            field=models.DateTimeField(
                help_text="when somebody else set the password; empty once an own one was chosen", null=True
            ),
        ),
    ]
