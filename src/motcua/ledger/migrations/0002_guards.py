"""What the application cannot do to the ledger, and the one function that gives numbers and chain heads."""

from django.db import migrations

TAKE = """
CREATE FUNCTION ledger_take(_chains text[], _scopes text[], _days text[])
RETURNS TABLE(key text, number bigint, head bytea, moment timestamptz, chain text)
LANGUAGE plpgsql AS $$
DECLARE
    _month text := to_char(clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYYMM');
    _key text;
    _value bigint;
    _last bigint;
    _position int;
    _given jsonb := '{}';
BEGIN
    -- Series first, in order of their keys; then heads in order of theirs: all acts lock alike, none deadlocks.
    FOR _position IN SELECT o.n FROM generate_subscripts(_scopes, 1) o(n) ORDER BY _scopes[o.n], _days[o.n], o.n LOOP
        _key := _scopes[_position] || ':' || _days[_position];
        INSERT INTO ledger_series AS s (key, value) VALUES (_key, 1)
        ON CONFLICT ON CONSTRAINT ledger_series_pkey DO UPDATE SET value = s.value + 1 RETURNING s.value INTO _value;
        LOOP
            SELECT max(b.last) INTO _last FROM ledger_seriesblock b
            WHERE b.scope = _scopes[_position] AND _value BETWEEN b.first AND b.last
              AND _days[_position]::date >= b.valid_from
              AND (b.valid_to IS NULL OR _days[_position]::date <= b.valid_to);
            EXIT WHEN _last IS NULL;
            _value := _last + 1;
            UPDATE ledger_series s SET value = _value WHERE s.key = _key;
        END LOOP;
        _given := _given || jsonb_build_object(_position::text, _value);
    END LOOP;
    FOR _position IN SELECT generate_subscripts(_scopes, 1) LOOP
        RETURN QUERY SELECT _scopes[_position] || ':' || _days[_position], (_given ->> _position::text)::bigint,
            NULL::bytea, NULL::timestamptz, NULL::text;
    END LOOP;
    FOREACH _key IN ARRAY _chains LOOP
        INSERT INTO ledger_chainhead AS h (chain, sequence, hash)
        VALUES (_key || ':' || _month, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        RETURN QUERY SELECT _key, h.sequence, h.hash, clock_timestamp(), h.chain
            FROM ledger_chainhead h WHERE h.chain = _key || ':' || _month FOR UPDATE;
    END LOOP;
END $$;
"""

GUARDS = """
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER ledger_event_rows BEFORE UPDATE OR DELETE ON ledger_event
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_event_all BEFORE TRUNCATE ON ledger_event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_anchor_rows BEFORE UPDATE OR DELETE ON ledger_anchor
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_anchor_all BEFORE TRUNCATE ON ledger_anchor
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_accessnote_all BEFORE TRUNCATE ON ledger_accessnote
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_accessnote_gone BEFORE DELETE ON ledger_accessnote
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

-- A note of reading may change once, from unsealed to sealed, and in nothing else.
CREATE FUNCTION ledger_seal_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.seal IS NOT NULL OR NEW.seal IS NULL OR (OLD.id, OLD.actor_kind, OLD.actor_id, OLD.actor_unit, OLD.page,
        OLD.subjects, OLD.at) IS DISTINCT FROM (NEW.id, NEW.actor_kind, NEW.actor_id, NEW.actor_unit, NEW.page,
        NEW.subjects, NEW.at) THEN
        RAISE EXCEPTION 'the ledger is append-only: a note of reading is sealed once' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_accessnote_rows BEFORE UPDATE ON ledger_accessnote
    FOR EACH ROW EXECUTE FUNCTION ledger_seal_once();

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'motcua_app') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON ledger_event, ledger_anchor FROM motcua_app;
        REVOKE DELETE, TRUNCATE ON ledger_accessnote, ledger_series, ledger_chainhead, ledger_handling FROM motcua_app;
    END IF;
END $$;
"""


class Migration(migrations.Migration):
    """Guards in the database itself: they hold even against a mistake in the application."""

    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunSQL(TAKE, "DROP FUNCTION ledger_take(text[], text[], text[])"),
        migrations.RunSQL(GUARDS, migrations.RunSQL.noop),
    ]
