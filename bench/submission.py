"""The submitting request, against a bare transaction with the same durable rows in the same run."""

import re
import statistics
from collections import Counter
from collections.abc import Sequence

from django.db import connection
from django.test import Client as InProcess
from django.urls import reverse

from bench import bare, prepare
from bench.http import Client, side_by_side
from bench.report import Report
from bench.world import World
from motcua.dossiers.models import Dossier, DraftFile

AGENCIES = 64
PLAN = {1: 150, 8: 600, 32: 600}
ROUNDS = 3


def run(world: World, report: Report) -> None:
    """Measure, in turns: bare, ours, bare, ours …"""
    owners = prepare.citizens(32)
    bare.fill_pool(world.app_url)
    world.serve()
    clients = [prepare.signed_in(owner, world.port) for owner in owners]
    places = prepare.communes(AGENCIES)
    files = prepare.drafts(owners, places, 1)
    _round(clients[:8], prepare.drafts(owners[:8], places, 160))
    _queries(report, prepare.drafts(owners, places, 2), clients)
    ids = [str(key) for key in _files_of(files[0])]
    script = bare.script(world.var, agencies=AGENCIES, answers=_answers_size(), files=ids)
    for count, drafts in PLAN.items():
        _compare(
            world,
            report,
            f"submission, {count} clients, 64 agencies",
            script,
            clients[:count],
            owners,
            places,
            drafts,
        )
    one = bare.script(world.var, agencies=1, answers=_answers_size(), files=ids)
    _compare(world, report, "submission, 8 clients, one agency", one, clients[:8], owners, places[:1], 400)
    world.stop()


def _compare(world, report, what, script, clients, owners, places, drafts) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, PLR0913
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(bare.rate(world.app_url, script, len(clients), 4))
        ours.append(_round(clients, prepare.drafts(owners[: len(clients)], places, drafts)))
    mine, bare_rate = statistics.median(ours), statistics.median(theirs)
    target = ">= 8 % at 8 clients" if len(clients) == 8 else ""
    report.add(what, f"{mine:.0f} /s", f"{100 * mine / bare_rate:.1f} % of bare {bare_rate:.0f} /s", target)


def _round(clients: Sequence[Client], drafts: Sequence[prepare.Ready]) -> float:
    shares = [[one for one in drafts if one.owner == number] for number in range(len(clients))]
    before = Dossier.objects.count()
    took = side_by_side([lambda pair=pair: _file(*pair) for pair in zip(clients, shares, strict=True)])  # type: ignore[misc]
    filed = Dossier.objects.count() - before
    if filed != len(drafts):
        raise RuntimeError(f"{filed} of {len(drafts)} drafts were filed")
    return len(drafts) / took


def _file(client: Client, drafts: Sequence[prepare.Ready]) -> None:
    for one in drafts:
        answer = client.post(f"/nop/ban-nhap/{one.draft_id}/nop/", {"seen": str(one.seen), "declared": "1"})
        if answer.status not in (302, 303):
            raise RuntimeError(f"{answer.status}: {answer.body[:400]!r}")


def _queries(report: Report, drafts: Sequence[prepare.Ready], clients: Sequence[Client]) -> None:
    """Count the statements of one submission when everything is warm."""
    seen: list[str] = []

    def note(execute, statement, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        seen.append(name_of(statement))
        return execute(statement, params, many, context)

    for one in drafts:
        inside = InProcess(enforce_csrf_checks=True)
        for name, value in clients[one.owner].cookies.items():
            inside.cookies[name] = value
        seen.clear()
        form = {
            "csrfmiddlewaretoken": clients[one.owner].cookies["csrftoken"],
            "seen": one.seen,
            "declared": "1",
        }
        with connection.execute_wrapper(note):
            answer = inside.post(reverse("portal:submit", args=[one.draft_id]), form)
        if answer.status_code != 302:
            raise RuntimeError(f"in process: {answer.status_code}")
    report.add("statements of one submission (COMMIT apart)", str(len(seen)))
    report.note(", ".join(f"{name} ×{times}" if times > 1 else name for name, times in Counter(seen).items()))


def name_of(statement: str) -> str:
    """Name a statement by its verb and table."""
    found = re.search(
        r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|SAVEPOINT|RELEASE)\b.*?(?:FROM\s+|INTO\s+|UPDATE\s+)?"
        r"\"?((?:accounts|dossiers|papers|ledger|django|procrastinate|messages|directory|catalogue)_\w+)",
        statement,
        re.DOTALL,
    )
    return f"{found.group(1).split()[0]} {found.group(2)}" if found else statement.split()[0]


def _files_of(ready: prepare.Ready) -> list[object]:
    return list(DraftFile.objects.filter(draft_id=ready.draft_id).values_list("file_id", flat=True))


def _answers_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(answers::text) FROM dossiers_dossier ORDER BY id DESC LIMIT 1")
        return int(cursor.fetchone()[0])
