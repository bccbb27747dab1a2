"""The first tables of this room."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        BtreeGistExtension(),  # does nothing where the administrator made it
        migrations.CreateModel(
            name='DataVersion',
            fields=[
                ('room', models.TextField(primary_key=True, serialize=False)),
                ('digest', models.TextField()),
                ('number', models.BigIntegerField()),
                ('loaded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('agency_id', models.TextField()),
                ('name', models.TextField()),
                ('name_en', models.TextField()),
                ('kind', models.TextField()),
                ('level', models.TextField()),
                ('unit_code', models.TextField(help_text='the unit it governs or sits in')),
                ('parent_id', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('sort_key', models.TextField(db_collation='C')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency_id', 'valid_from'), name='agency_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('agency_id', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='agency_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='agency_days_in_order'), models.CheckConstraint(condition=models.Q(('level__in', ['province', 'district', 'commune'])), name='agency_level_known')],
            },
        ),
        migrations.CreateModel(
            name='AgencyCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('agency_id', models.TextField()),
                ('code', models.TextField()),
                ('alias', models.TextField(blank=True, help_text='as printed in the older style, 000.00.00.H41')),
                ('is_temporary', models.BooleanField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency_id', 'is_temporary', 'valid_from'), name='agencycode_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('code', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='agencycode_names_one_agency'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('agency_id', '='), ('is_temporary', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='agencycode_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='agencycode_days_in_order'), models.CheckConstraint(condition=models.Q(('is_temporary', models.Q(('code__regex', '^[A-Z][0-9]{2}\\.Z[0-9A-Z]{2}$')))), name='agencycode_temporary_looks_so')],
            },
        ),
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('day', models.DateField()),
                ('agency_id', models.TextField(blank=True, help_text='empty: the whole province')),
                ('kind', models.TextField(help_text='closed, working (làm bù) or half (the first session only)')),
                ('name', models.TextField()),
                ('name_en', models.TextField(blank=True)),
                ('swapped_with', models.DateField(null=True)),
                ('law', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'agency_id'), name='calendarday_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['closed', 'working', 'half'])), name='calendarday_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Door',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('name', models.TextField(help_text='portal_filing, sign_in_one_time_code, …')),
                ('value', models.TextField()),
                ('law', models.TextField()),
                ('note', models.TextField(blank=True, help_text='for people, in Vietnamese')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('name', 'valid_from'), name='door_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('name', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='door_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='door_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='OfficeHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('agency_id', models.TextField(blank=True, help_text='empty: the whole province')),
                ('sessions', models.TextField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency_id', 'valid_from'), name='officehours_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('agency_id', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='officehours_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='officehours_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='PlaceAgency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('place_id', models.TextField()),
                ('agency_id', models.TextField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place_id', 'agency_id', 'valid_from'), name='placeagency_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('place_id', '='), ('agency_id', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='placeagency_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='placeagency_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='ReceivingPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('place_id', models.TextField()),
                ('name', models.TextField()),
                ('name_en', models.TextField()),
                ('kind', models.TextField()),
                ('host_id', models.TextField(help_text='the agency that runs it')),
                ('unit_code', models.TextField(help_text='the unit where it stands')),
                ('address', models.TextField(blank=True)),
                ('phone', models.TextField(blank=True)),
                ('email', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place_id', 'valid_from'), name='receivingplace_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('place_id', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='receivingplace_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='receivingplace_days_in_order'), models.CheckConstraint(condition=models.Q(('kind__in', ['provincial_centre', 'one_stop', 'commune_centre'])), name='receivingplace_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('predecessor_id', models.TextField()),
                ('successor_id', models.TextField()),
                ('on', models.DateField()),
                ('kind', models.TextField(help_text='merged: into one; divided: among several; part: some duties only')),
                ('scope', models.TextField(blank=True)),
                ('law', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('predecessor_id', 'successor_id', 'on'), name='succession_once'), models.CheckConstraint(condition=models.Q(('predecessor_id', models.F('successor_id')), _negated=True), name='succession_not_to_itself'), models.CheckConstraint(condition=models.Q(('kind__in', ['merged', 'divided', 'part'])), name='succession_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.TextField()),
                ('confidence', models.TextField()),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('code', models.TextField()),
                ('level', models.TextField()),
                ('type', models.TextField(help_text='Tỉnh, Thành phố, Thị xã, Huyện, Phường, Thị trấn, Xã')),
                ('name', models.TextField()),
                ('full_name', models.TextField()),
                ('name_en', models.TextField()),
                ('parent_code', models.TextField(blank=True)),
                ('latitude', models.FloatField(help_text='for display only', null=True)),
                ('longitude', models.FloatField(help_text='for display only', null=True)),
                ('area_km2', models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ('sort_key', models.TextField(db_collation='C')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'valid_from'), name='unit_once'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable.DEFERRED, expressions=[('code', '='), (models.Func(models.F('valid_from'), models.F('valid_to'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='unit_one_at_a_time'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='unit_days_in_order'), models.CheckConstraint(condition=models.Q(('level__in', ['province', 'district', 'commune'])), name='unit_level_known')],
            },
        ),
    ]
