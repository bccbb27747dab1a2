"""`motcua workflow`: what may be done to a dossier, when and by whom, as the page docs/law/workflow.md."""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from motcua.bootstrap import home
from motcua.commands.registry import Needs
from motcua.dossiers.rules.holds import HOLDS, HoldKind
from motcua.dossiers.rules.workflow import AT_WORK, PAPERS, STATUS, STATUS_NAMES, TABLE, Act, Move, Stage

NAME = "workflow"
HELP = "Print what may be done to a dossier, when and by whom."
NEEDS: Needs = "django"
HEAD = """# What may be done to a dossier

Made by `motcua workflow --write` from the table in `src/motcua/dossiers/rules/workflow.py`; a test keeps it true. All
combinations of stage, open holds, act and role are tried, and thousands of random lawful lives:
`dossiers/tests/test_rules_workflow.py::test_every_act_keeps_to_the_national_transitions`,
`dossiers/tests/test_rules_workflow.py::test_each_role_does_only_what_the_table_gives_it`,
`tests/stories/test_fuzz_of_acts.py::test_no_lawful_life_leaves_the_law_or_loses_anything`.
Which article stands behind which row is told by [the pages of the law](README.md). The transitions are ours: no
official matrix was found; each keeps to the ten statuses that are exchanged with the National Portal.

"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--write", action="store_true", help="write docs/law/workflow.md of the clone instead"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON array")


def run(args: argparse.Namespace) -> int:
    """Print the page, or write it."""
    if args.json:
        rows = [_entry(stage, act, move) for (stage, act), move in TABLE.items()]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    if not args.write:
        print(page(), end="")
        return 0
    target = where()
    if target is None:
        print("motcua workflow: there is no clone to write into.")
        return 3
    target.write_text(page(), encoding="utf-8")
    print(f"Written: {target}")
    return 0


def where() -> Path | None:
    """Return the place of the page in the clone."""
    top = home.clone()
    return top / "docs" / "law" / "workflow.md" if top else None


def page() -> str:
    """Write the page: the picture, the stages, the acts, the holds."""
    return "".join([HEAD, _picture(), _stages(), *(_acts(stage) for stage in Stage), _holds()])


def _picture() -> str:
    ways: defaultdict[tuple[Stage, Stage], list[str]] = defaultdict(list)
    for (stage, act), move in TABLE.items():
        if move.to != stage:
            ways[stage, move.to].append(_plain(act))
    lines = [f"    {start} --> {end}: {', '.join(acts)}" for (start, end), acts in ways.items()]
    ends = [f"    {stage} --> [*]" for stage in Stage if stage not in AT_WORK]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> submitted", *lines, *ends, "```", ""])


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """Write a heading and a table."""
    lines = [heads, ("---",) * len(heads), *rows]
    written = ("| " + " | ".join(_cell(one) for one in line) + " |\n" for line in lines)
    return f"\n## {title}\n\n" + "".join(written)


def _stages() -> str:
    rows = (
        (one, f"{STATUS[one]} {STATUS_NAMES[STATUS[one]]}", sorted(AT_WORK.get(one, ()))) for one in Stage
    )
    return _table("Stages", ("stage", "national status", "whose turn"), rows)


def _acts(stage: Stage) -> str:
    rows = [_line(stage, act, move) for (at, act), move in TABLE.items() if at == stage]
    heads = ("act", "leads to", "who", "must be given", "hold", "clock", "paper")
    return _table(stage, heads, rows) if rows else ""


def _line(stage: Stage, act: Act, move: Move) -> tuple[object, ...]:
    said = _entry(stage, act, move)
    return said["act"], said["to"], said["who"], said["needs"], _hold(move), said["clock"], said["paper"]


def _entry(stage: Stage, act: Act, move: Move) -> dict[str, object]:
    return {
        "stage": str(stage),
        "act": _plain(act),
        "to": str(move.to),
        "who": sorted(move.roles),
        "needs": sorted(move.needs),
        "places": str(move.places or ""),
        "lifts": str(move.lifts or ""),
        "clock": move.clock or _pausing(move),
        "paper": PAPERS.get(act, ""),
    }


def _pausing(move: Move) -> str:
    """Say what a hold that is placed or lifted does to the clock."""
    if move.places and HOLDS[move.places].pauses:
        return "stands still"
    return "goes on" if move.lifts and HOLDS[move.lifts].pauses else ""


def _hold(move: Move) -> str:
    words = [
        f"places {_plain(move.places)}" if move.places else "",
        f"lifts {_plain(move.lifts)}" if move.lifts else "",
    ]
    return ", ".join(word for word in words if word)


def _holds() -> str:
    rows = (
        (
            _plain(kind),
            rule.label,
            rule.status or "",
            rule.waits_for,
            "stands still" if rule.pauses else "runs",
        )
        for kind, rule in HOLDS.items()
    )
    return _table("Holds", ("hold", "in words", "shows as status", "waits for", "clock"), rows)


def _plain(name: Act | HoldKind) -> str:
    return str(name).replace("_", " ")


def _cell(said: object) -> str:
    words = ", ".join(said) if isinstance(said, list) else str(said)
    return words or "–"
