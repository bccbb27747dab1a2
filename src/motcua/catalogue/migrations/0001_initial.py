"""The first tables of this room."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),  # the range exclusions need its extension
    ]

    operations = [
        migrations.CreateModel(
            name='Field',
            fields=[
                ('slug', models.TextField(primary_key=True, serialize=False)),
                ('name', models.TextField(unique=True)),
                ('sort_key', models.TextField(db_collation='C')),
            ],
        ),
        migrations.CreateModel(
            name='LifeEvent',
            fields=[
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('slug', models.TextField(primary_key=True, serialize=False)),
                ('name', models.TextField()),
                ('name_en', models.TextField()),
                ('summary', models.TextField()),
                ('summary_en', models.TextField()),
                ('position', models.IntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('key', models.TextField(help_text="the procedure's code, or `general`")),
                ('definition', models.JSONField()),
                ('shape', models.TextField()),
                ('digest', models.TextField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'valid_from'), name='form_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('key', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='form_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='form_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Procedure',
            fields=[
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('code', models.TextField(primary_key=True, serialize=False)),
                ('name', models.TextField(help_text='the latest official name')),
                ('sector', models.TextField(blank=True, help_text='police, tax, …: a vertical body handles it; empty: agencies of the province')),
                ('issuer', models.TextField(blank=True)),
                ('url', models.TextField(blank=True, help_text='its page on the National Portal')),
                ('is_local', models.BooleanField(help_text='issued by the province itself')),
                ('sort_key', models.TextField(db_collation='C')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[1-9]\\.[0-9]{6}$')), name='procedure_code_well_formed')],
            },
        ),
        migrations.CreateModel(
            name='ProcedureVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('name', models.TextField(help_text='the official name in these days')),
                ('title', models.TextField(help_text="the name as shown: without 'Thủ tục', in sentence case")),
                ('levels', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), help_text='province, district, commune, ministry, other', size=None)),
                ('levels_basis', models.TextField(blank=True)),
                ('executing_agency', models.TextField(blank=True, help_text='as the source words it')),
                ('agency_id', models.TextField(blank=True, help_text='the department in charge, at province level')),
                ('result', models.TextField(blank=True)),
                ('result_code', models.TextField(blank=True)),
                ('applicants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('legal_basis', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('decision', models.TextField(blank=True)),
                ('basis', models.TextField()),
                ('digest', models.TextField(help_text='of all facts of the version with its parts')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='catalogue.field')),
                ('form', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='catalogue.form')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='catalogue.procedure')),
            ],
        ),
        migrations.CreateModel(
            name='Component',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.IntegerField()),
                ('case', models.TextField(blank=True, help_text='the heading under which the source lists it')),
                ('name', models.TextField()),
                ('name_is_cut', models.BooleanField(help_text="the source's name goes on; the National Portal has it whole")),
                ('kind', models.TextField()),
                ('copy_type', models.TextField()),
                ('original_qty', models.IntegerField()),
                ('copy_qty', models.IntegerField()),
                ('form_code', models.TextField(blank=True)),
                ('form_source', models.TextField(blank=True)),
                ('form_file', models.TextField(blank=True)),
                ('source', models.TextField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='components', to='catalogue.procedureversion')),
            ],
        ),
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.IntegerField()),
                ('channel', models.TextField()),
                ('time_value', models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ('time_unit', models.TextField(blank=True)),
                ('time_note', models.TextField(blank=True)),
                ('fee_amount', models.BigIntegerField(help_text='null: the source does not state it', null=True)),
                ('fee_currency', models.TextField(blank=True)),
                ('fee_note', models.TextField(blank=True)),
                ('source', models.TextField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channels', to='catalogue.procedureversion')),
            ],
        ),
        migrations.CreateModel(
            name='VerticalPortal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('sector', models.TextField()),
                ('body', models.TextField(help_text='the body in the province')),
                ('body_en', models.TextField()),
                ('name', models.TextField()),
                ('name_en', models.TextField()),
                ('url', models.TextField()),
                ('phone', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sector', 'valid_from'), name='verticalportal_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('sector', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='verticalportal_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='verticalportal_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='OnlineService',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('agency_id', models.TextField(blank=True, help_text='empty: every agency competent for it')),
                ('level', models.TextField(help_text='3, 4 (until 14 August 2022); full (toàn trình), partial (một phần)')),
                ('decision', models.TextField(blank=True, help_text='the announcing decision; empty when not known')),
                ('is_estimate', models.BooleanField()),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='catalogue.procedure')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('procedure', 'agency_id', 'valid_from'), name='service_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('procedure', '='), ('agency_id', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='service_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='service_days_in_order'), models.CheckConstraint(condition=models.Q(('level__in', ['3', '4', 'full', 'partial'])), name='service_level_known'), models.CheckConstraint(condition=models.Q(models.Q(('decision', ''), _negated=True), ('is_estimate', True), _connector='OR'), name='service_announced_or_estimate')],
            },
        ),
        migrations.CreateModel(
            name='LifeEventProcedure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='catalogue.lifeevent')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.procedure')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'procedure'), name='lifeeventprocedure_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='procedureversion',
            constraint=models.UniqueConstraint(fields=('procedure', 'valid_from'), name='version_once'),
        ),
        migrations.AddConstraint(
            model_name='procedureversion',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('procedure', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='version_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='procedureversion',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='version_days_in_order'),
        ),
        migrations.AddConstraint(
            model_name='procedureversion',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['assumed', 'own_knowledge', 'announced'])), name='version_basis_known'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.UniqueConstraint(fields=('version', 'seq'), name='component_once'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['required', 'conditional', 'presented'])), name='component_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('copy_type__in', ['original', 'copy', 'original_and_copy', 'present_only'])), name='component_copy_type_known'),
        ),
        migrations.AddConstraint(
            model_name='channel',
            constraint=models.UniqueConstraint(fields=('version', 'seq'), name='channel_once'),
        ),
        migrations.AddConstraint(
            model_name='channel',
            constraint=models.CheckConstraint(condition=models.Q(('channel__in', ['online', 'post', 'direct'])), name='channel_known'),
        ),
        migrations.AddConstraint(
            model_name='channel',
            constraint=models.CheckConstraint(condition=models.Q(('time_unit__in', ['', 'working_day', 'day', 'hour', 'month', 'year', 'same_day'])), name='channel_time_unit_known'),
        ),
    ]
