"""The table: one line a figure, with what it is held against."""

import json
import math
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Report:
    """What was measured."""

    lines: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, what: str, figure: str, held: str = "", target: str = "") -> None:
        """Add a line and show it at once."""
        self.lines.append({"what": what, "figure": figure, "held_against": held, "target": target})
        print(f"  {what:58} {figure:>22}  {held:36} {target}", flush=True)

    def note(self, text: str) -> None:
        """Add a note below the table."""
        self.notes.append(text)
        print(f"  · {text}", flush=True)

    def save(self, path: Path) -> None:
        """Write everything as JSON."""
        content = {"machine": asdict(machine()), "lines": self.lines, "notes": self.notes}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


@dataclass
class Machine:
    """Where it was measured."""

    cpus: int
    model: str
    memory_gb: int
    python: str


def machine() -> Machine:
    """Describe this machine."""
    cpu = Path("/proc/cpuinfo").read_text("utf-8")
    model = next(
        (line.split(":", 1)[1].strip() for line in cpu.splitlines() if "model name" in line), "unknown"
    )
    memory = int(Path("/proc/meminfo").read_text("utf-8").split()[1]) // 1024 // 1024
    return Machine(cpu.count("processor\t:"), model, memory, platform.python_version())


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value below which this share of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]
