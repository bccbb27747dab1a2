"""Periods that law changes: how long before, how long after, how long kept."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Period',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('name', models.TextField(help_text='notice_before_due, supplement_answer, draft_kept, …')),
                ('scope', models.TextField(blank=True, help_text="a procedure's code; empty: for all others")),
                ('amount', models.IntegerField()),
                ('unit', models.TextField(help_text='working_day, day, working_hour or month')),
                ('after', models.TextField(blank=True, help_text='what follows when it has run out: stop, desk')),
                ('law', models.TextField(blank=True)),
                ('note', models.TextField(blank=True, help_text='for people, in Vietnamese')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('name', 'scope', 'valid_from'), name='period_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('name', '='), ('scope', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='period_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='period_days_in_order'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='period_amount')],
            },
        ),
    ]
