"""What a first visit to each citizen page costs on the wire, compressed, with everything the page brings."""

import re

from bench import prepare
from bench.http import Client
from bench.report import Report
from bench.world import World
from motcua.accounts.queries import actor_of
from motcua.catalogue.queries import life_events
from motcua.dossiers.models import DossierCode
from motcua.dossiers.operations import intake

ASKING = "Accept-Encoding: gzip, deflate, br\r\nAccept: text/html\r\n"
BROUGHT = re.compile(r"""(?:src|href)="(/static/[^"]+\.(?:css|js|svg|png|webp|woff2|ico))["]""")
INSIDE = re.compile(r"""url\(["']?([^"')]+\.(?:woff2|svg|png|webp))["']?\)""")


def run(world: World, report: Report) -> None:
    """Weigh every page."""
    world.serve()
    [owner] = prepare.citizens(1)
    ready, kept = prepare.drafts([owner], prepare.communes(1), 2)
    filed = intake.submit(
        draft_id=ready.draft_id, seen=ready.seen, by=actor_of(owner, prepare.today()), at=prepare.now()
    )
    code, slug = (
        DossierCode.objects.get(dossier_id=filed.dossier_id).code,
        life_events(prepare.today())[0].slug,
    )
    draft = f"/nop/ban-nhap/{kept.draft_id}"
    heaviest = 0
    for name, path in {
        "home": "/",
        "search": "/tim-kiem/?q=khai+sinh",
        "life event": f"/cuoc-song/{slug}/",
        "fields": "/linh-vuc/",
        "help": "/ho-tro/",
        "procedure": "/thu-tuc/1.001193/",
        "guide": "/thu-tuc/1.001193/huong-dan/",
        "choose the place": "/nop/1.001193/",
        "form": f"{draft}/submitter/",
        "papers": f"{draft}/giay-to/",
        "way of return": f"{draft}/return/",
        "check": f"{draft}/kiem-tra/",
        "receipt": f"/h/{code}/bien-nhan/",
        "tracking": f"/h/{code}/",
        "tracking by code": "/tra-cuu/",
        "my dossiers": "/ho-so/",
        "sign in": "/dang-nhap/",
    }.items():
        visitor = Client(world.port) if name == "sign in" else prepare.signed_in(owner, world.port)
        weight, parts = weigh(visitor, path)
        heaviest = max(heaviest, weight)
        report.add(f"weight of {name}", f"{weight / 1000:.1f} kB", f"{parts} requests", "<= 60 kB")
    report.add("heaviest citizen page", f"{heaviest / 1000:.1f} kB", "", "<= 60 kB")
    world.stop()


def weigh(client: Client, path: str) -> tuple[int, int]:
    """Fetch a page and all that it brings; gives bytes on the wire and the number of requests."""
    page = client.get(path, ASKING)
    if page.status != 200:
        raise RuntimeError(f"{page.status} for {path}")
    text = _plain(client, path)
    wanted = dict.fromkeys(BROUGHT.findall(text))
    for sheet in [one for one in wanted if one.endswith(".css")]:
        folder = sheet.rsplit("/", 1)[0]
        wanted |= dict.fromkeys(
            one if one.startswith("/") else f"{folder}/{one}" for one in INSIDE.findall(_plain(client, sheet))
        )
    weight = len(page.head) + 4 + len(page.body)
    for one in wanted:
        brought = client.get(one, ASKING)
        weight += len(brought.head) + 4 + len(brought.body)
    return weight, 1 + len(wanted)


def _plain(client: Client, path: str) -> str:
    return client.get(path).body.decode("utf-8", "replace")
