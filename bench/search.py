"""How well and how fast search finds."""

from typing import Any

from bench import search_quality
from bench.report import Report
from bench.world import World


def run(world: World, report: Report) -> None:
    """Ask all queries of every list."""
    del world
    found: Any = search_quality.measure()
    for name in search_quality.LISTS:
        for style, one in found[name].items():
            target = "hit@1 >= 85 %, hit@5 >= 97 %" if style == "all" else ""
            figure = f"{100 * one['hit@1']:.1f} % / {100 * one['hit@5']:.1f} %"
            report.add(
                f"search {name}, {style}: hit@1 / hit@5",
                figure,
                f"MRR {one['mrr']:.3f}, {one['queries']} queries",
                target,
            )
    times = found["time"]
    report.add("search, time of a query", f"p50 {times['p50_ms']} p99 {times['p99_ms']} ms", "", "< 30 ms")
