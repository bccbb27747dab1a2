"""The reform of 1 July 2025 over the million dossiers of the desk: those in flight go back first, then move again."""

import psycopg

from bench.report import Report
from bench.world import ROOT, World

FILE = ROOT / "data" / "nghe-an" / "reforms" / "2025-07-01.csv"
IN_FLIGHT = 50_000
BACK = """
    UPDATE dossiers_dossier d SET agency_id = f.former[1 + abs(hashtext(d.id::text)) %% array_length(f.former, 1)]
    FROM (SELECT successor_id, array_agg(predecessor_id ORDER BY predecessor_id) AS former
          FROM directory_succession WHERE "on" = '2025-07-01' AND kind = 'merged' GROUP BY 1) AS f
    WHERE d.agency_id = f.successor_id
      AND d.id IN (SELECT x.id FROM dossiers_dossier x WHERE NOT x.closed AND x.agency_id IN
                   (SELECT successor_id FROM directory_succession WHERE "on" = '2025-07-01' AND kind = 'merged')
                   ORDER BY x.id LIMIT %s)
"""
"""Puts open dossiers where they would have lain before that day: with one of the communes that became theirs."""


def run(world: World, report: Report) -> None:
    """Move what is in flight, then once more: the second run finds nothing."""
    with psycopg.connect(world.url, autocommit=True) as admin:
        whole = _one(admin, "SELECT count(*) FROM dossiers_dossier")
        back = admin.execute(BACK, [IN_FLIGHT]).rowcount
        admin.execute("VACUUM ANALYZE dossiers_dossier")
        before = _one(admin, "SELECT count(*) FROM ledger_event")
        took = world.motcua("reform", "apply", str(FILE))
        facts = _one(admin, "SELECT count(*) FROM ledger_event") - before
        left = _one(
            admin,
            "SELECT count(*) FROM dossiers_dossier d JOIN directory_succession s ON s.predecessor_id = d.agency_id "
            "WHERE NOT d.closed AND s.\"on\" = '2025-07-01'",
        )
    if facts != back or left:
        raise RuntimeError(f"{back} went back, {facts} were moved, {left} are left")
    again = world.motcua("reform", "apply", str(FILE))
    report.add(
        f"reform: {back:,} in flight of {whole:,}", f"{took:.0f} s", f"{back / took:.0f} /s", "< 600 s"
    )
    report.add("reform, applied again", f"{again:.1f} s")


def _one(admin: psycopg.Connection, question: str) -> int:
    row = admin.execute(question).fetchone()
    return int(row[0]) if row else 0
