"""The sheets of words by which search understands people."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='LexiconSheet',
            fields=[
                ('name', models.TextField(primary_key=True, serialize=False)),
                ('body', models.TextField()),
            ],
        ),
    ]
