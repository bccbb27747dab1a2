"""A note of reading is written unsealed: none can be slipped into a batch, or past all of them."""

from django.db import migrations

GUARD = """
CREATE FUNCTION ledger_begin_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seal IS NOT NULL THEN
        RAISE EXCEPTION 'the ledger is append-only: a note of reading begins unsealed' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_accessnote_begun BEFORE INSERT ON ledger_accessnote
    FOR EACH ROW EXECUTE FUNCTION ledger_begin_unsealed();
"""


class Migration(migrations.Migration):
    """One guard more."""

    dependencies = [("ledger", "0003_sealed_reads")]
    operations = [migrations.RunSQL(GUARD, migrations.RunSQL.noop)]
