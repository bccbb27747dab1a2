"""Pages for people: latencies at a steady 100 requests a second, and how many a second there can be."""

import subprocess
import sys
import time
from collections.abc import Sequence
from random import Random
from urllib.parse import quote

from bench import prepare, search_quality
from bench.http import Client, open_loop, side_by_side
from bench.report import Report, percentile
from bench.world import ROOT, World, free_port, wait_for
from motcua.accounts.queries import actor_of
from motcua.catalogue.queries import fields, procedures_in_field
from motcua.commands.running import serving
from motcua.dossiers.models import DossierCode
from motcua.dossiers.operations import intake

RATE, SECONDS, CLIENTS, SATURATION_SECONDS = 100.0, 15, 8, 5


def run(world: World, report: Report) -> None:
    """Measure every kind of page, then the empty page of the framework beside them."""
    world.serve()
    rng = Random(1)
    empty = _empty()
    report.add("empty 15 kB Django page, saturation", f"{empty:.0f} /s")
    for what, requests in _kinds(world, rng).items():
        chosen = [requests[int(rng.random() * len(requests))] for _ in range(int(RATE * SECONDS))]
        open_loop(world.port, chosen[:200], RATE)
        found = open_loop(world.port, chosen, RATE)
        p50, p99 = percentile(found, 0.5), percentile(found, 0.99)
        most = _saturated(world.port, chosen)
        report.add(
            f"{what}, 100 requests/s open loop",
            f"p50 {p50:.0f} p99 {p99:.0f} ms",
            f"at most {most:.0f} /s, empty page {empty:.0f} /s",
            "p99 < 100 ms",
        )
    world.stop()


def _kinds(world: World, rng: Random) -> dict[str, list[bytes]]:
    codes = [
        one.code
        for field in fields(prepare.today())
        for one in procedures_in_field(field.slug, prepare.today(), limit=20)
    ]
    words = [one.text for one in search_quality.queries("queries.csv")]
    [owner] = prepare.citizens(1)
    for ready in prepare.drafts([owner], prepare.communes(8), 40):
        intake.submit(
            draft_id=ready.draft_id, seen=ready.seen, by=actor_of(owner, prepare.today()), at=prepare.now()
        )
    ours = list(DossierCode.objects.filter(dossier__account_id=owner.id).values_list("code", flat=True))
    visitor = prepare.signed_in(owner, world.port)
    head = f"Host: localhost\r\nCookie: motcua={visitor.cookies['motcua']}\r\n\r\n"
    return {
        "tracking": [f"GET /h/{code}/ HTTP/1.1\r\n{head}".encode() for code in ours],
        "procedure page": [_get(f"/thu-tuc/{code}/") for code in rng.sample(codes, min(300, len(codes)))],
        "search": [_get(f"/tim-kiem/?q={quote(text)}") for text in words],
    }


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def _saturated(port: int, requests: Sequence[bytes]) -> float:
    until, done = time.perf_counter() + SATURATION_SECONDS, []

    def visit(start: int) -> None:
        client, place = Client(port), start
        while time.perf_counter() < until:
            client.send(requests[place % len(requests)])
            place += CLIENTS
            done.append(1)

    side_by_side([lambda start=start: visit(start) for start in range(CLIENTS)])  # type: ignore[misc]
    return len(done) / SATURATION_SECONDS


def _empty() -> float:
    port = free_port()
    command = serving.command("127.0.0.1", port, 2, 4)
    command[-1] = "bench.empty_page:application"
    child = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=sys.stderr)
    try:
        wait_for(port)
        return _saturated(port, [_get("/")])
    finally:
        child.terminate()
        child.wait(15)
