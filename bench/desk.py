"""The officer's list with a million dossiers over the province, and the making of that million."""

import statistics
import time

import psycopg
from django.db import connection

from bench import prepare
from bench.http import Client
from bench.report import Report
from bench.world import World
from motcua.accounts.queries import actor_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import desk
from motcua.web.shared import keyset

PAGE, TIMES = 50, 40


def run(world: World, report: Report, dossiers: int = 1_000_000) -> None:
    """Make the history, then turn pages."""
    crowd = dossiers // 20
    took = world.motcua("generate", "--dossiers", str(dossiers), "--largest-open", str(crowd))
    report.add(f"generating {dossiers:,} dossiers", f"{took:.0f} s", f"{dossiers / took:.0f} /s", "< 300 s")
    with psycopg.connect(world.url, autocommit=True) as admin:
        admin.execute("VACUUM ANALYZE")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT agency_id, count(*) FROM dossiers_dossier WHERE NOT closed GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
        )
        agency_id, opened = cursor.fetchone()
    report.note(f"largest agency {agency_id}: {opened:,} open")
    account = prepare.officer(agency_id, "reception", "specialist", "approver", "head")
    world.serve()
    client = prepare.signed_in(account, world.port)
    deep = _cursor(agency_id, min(999, opened // PAGE - 1) * PAGE)
    for what, path in {
        "open, first page": "/office/?list=open",
        "open, page 1000": f"/office/?list=open&after={deep}",
        "mine, first page": "/office/?list=mine",
        "late, first page": "/office/?list=late",
        "closed, first page": "/office/?list=closed",
        "search by start of name": "/office/search/?q=nguyen",
    }.items():
        report.add(f"desk {what} (HTTP)", f"{_time(client, path):.1f} ms", "", "< 50 ms")
    viewer, now = actor_of(account, prepare.today()), prepare.now()
    report.add("desk counts alone (SQL)", f"{_called(lambda: desk.desk_counts(viewer, at=now)):.1f} ms")
    report.add("desk page alone (SQL)", f"{_called(lambda: desk.desk_page(viewer, 'open', at=now)):.1f} ms")
    world.stop()


def _cursor(agency_id: str, skipped: int) -> str:
    row = Dossier.objects.filter(agency_id=agency_id, closed=False).order_by("act_by", "id")[skipped]
    return keyset.encode((row.act_by.isoformat(), str(row.id)))


def _time(client: Client, path: str) -> float:
    spent = []
    for _ in range(TIMES + 5):
        began = time.perf_counter()
        answer = client.get(path)
        spent.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} for {path}")
    return statistics.median(spent[5:])


def _called(work) -> float:  # type: ignore[no-untyped-def]  # noqa: ANN001
    spent = []
    for _ in range(15):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent[3:])
