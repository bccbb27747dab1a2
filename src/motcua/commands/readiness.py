"""`motcua readiness`: how the one-stops stand now, the worst first."""

import argparse
import json

from motcua.commands.framework import say
from motcua.commands.registry import Needs
from motcua.directory.queries import agency_known
from motcua.gateways import clock
from motcua.kernel.words import moment_words
from motcua.kernel.worktime import ZONE
from motcua.oversight.queries.signs import agencies_at_work, bounds, signs_of
from motcua.oversight.rules.readiness import NAMES, Finding, Light, judge, light_of

NAME = "readiness"
HELP = "Tell which one-stops are ready to serve."
NEEDS: Needs = "django"
BAD_DATA = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--agency", metavar="ID", help="one agency, with every check")
    parser.add_argument("--json", action="store_true", help="print one JSON array")


def run(args: argparse.Namespace) -> int:
    """Judge the one-stops as they are now; nothing is written."""
    at = clock.now()
    on = at.astimezone(ZONE).date()
    ids = [args.agency] if args.agency else agencies_at_work(on)
    if args.agency and agency_known(args.agency, on) is None:
        say(f"motcua readiness: there is no agency {args.agency}.")
        return BAD_DATA
    known, asked = signs_of(ids, at), bounds(at)
    judged = sorted(((one, judge(known[one], asked)) for one in ids), key=lambda pair: -light_of(pair[1]))
    if args.json:
        print(json.dumps([_plain(one, findings) for one, findings in judged], ensure_ascii=False))
        return 0
    for one, findings in judged:
        host = agency_known(one, on)
        print(f"{NAMES[light_of(findings)]}: {host.name if host else one} ({one})")
        for finding in findings:
            if args.agency or finding.light is not Light.GREEN:
                print(f"  - {_words(finding)}")
    return 0


def _words(finding: Finding) -> str:
    values = {key: moment_words(value) if key == "moment" else value for key, value in finding.values.items()}  # type: ignore[arg-type]
    return finding.words % values


def _plain(agency_id: str, findings: list[Finding]) -> dict[str, object]:
    return {
        "agency": agency_id,
        "light": light_of(findings).name.lower(),
        "checks": {one.check: one.light.name.lower() for one in findings},
    }
