"""Plain reads give the very rows that QuerySets give."""

from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.tests.factories import drafted, filed
from motcua.ledger.models import Event
from motcua.ledger.reading import read


def values(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_a_row_read_plainly_is_the_row_a_queryset_reads(an, at):
    dossier, _ = filed(an, at=at)
    for model, where, key in (
        (Dossier, "id = %s", dossier.id),
        (Draft, "dossier_id = %s", dossier.id),
        (Event, "thread = %s ORDER BY id", dossier.id),
    ):
        rows = read(model, where, [key])
        assert rows, model
        for row in rows:
            assert values(row) == values(model.objects.get(pk=row.pk))


def test_a_row_read_plainly_can_be_saved_again_without_being_inserted(an, at):
    draft = drafted(an, at=at)
    [row] = read(Draft, "id = %s FOR UPDATE", [draft.id])
    row.agency_id = "khac"
    row.save(update_fields=["agency_id"])
    assert Draft.objects.get(id=draft.id).agency_id == "khac"
    assert Draft.objects.filter(id=draft.id).count() == 1


def test_what_is_asked_for_is_a_value_never_a_part_of_the_statement(an, at):
    drafted(an, at=at)
    assert read(Draft, "procedure = %s", ["x' OR '1'='1"]) == []
