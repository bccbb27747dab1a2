"""Every subcommand: its name, its file, one line of help, and what must be ready before the file is loaded.

`nothing`: neither database nor Django. `database`: the database is up. `django`: that, and Django runs as the
application role. `owner`: Django runs as the role that owns the tables.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Needs = Literal["nothing", "database", "django", "owner"]


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the table."""

    name: str
    module: str
    help: str
    needs: Needs


COMMANDS = (
    Command("run", "run", "Start everything: database, web server, worker; Ctrl-C stops it.", "nothing"),
    Command("db", "db", "Start, stop and look at the embedded database.", "nothing"),
    Command("migrate", "migrate", "Bring the tables to the shape this version needs.", "owner"),
    Command("load", "load", "Load a province: units, agencies, procedures, calendar.", "django"),
    Command("demo", "demo", "Create demonstration accounts and a small history.", "django"),
    Command(
        "staff",
        "staff",
        "List officers, add them, give and end their roles, reset their passwords.",
        "django",
    ),
    Command("assets", "assets", "Compile translations and collect static files.", "nothing"),
    Command("translations", "translations", "Gather the texts for people and keep their English.", "nothing"),
    Command("web", "web", "Run the web server alone.", "django"),
    Command("worker", "worker", "Run the worker alone.", "django"),
    Command("search", "search", "Find procedures by everyday words.", "django"),
    Command("due", "due", "Compute a due date, with its reasons.", "django"),
    Command("verify-ledger", "verify_ledger", "Prove that no recorded fact was altered.", "django"),
    Command("facts", "facts", "Print which fact wakes whom.", "django"),
    Command(
        "reform",
        "reform",
        "Move open work to the agencies that carry it on after a reform of units.",
        "django",
    ),
    Command("workflow", "workflow", "Print what may be done to a dossier, when and by whom.", "django"),
    Command("reserve", "reserve", "Keep part of each day's dossier codes for somebody else.", "django"),
    Command(
        "contacts",
        "contacts",
        "Load the contacts of one-stops from a workbook, or list what is missing.",
        "django",
    ),
    Command("readiness", "readiness", "Tell which one-stops are ready to serve.", "django"),
    Command("retention", "retention", "Remove what has been kept long enough.", "django"),
    Command(
        "backup", "backup", "Copy database, files and anchors into a folder, the keys apart.", "database"
    ),
    Command("restore", "restore", "Bring a backup back into an empty place and prove it.", "nothing"),
    Command(
        "training", "training", "Start a training ground: exercises on a database of its own.", "nothing"
    ),
    Command(
        "classroom", "classroom", "Make a training ground's accounts, or tell who has done what.", "django"
    ),
    Command("generate", "generate", "Fill a trial database with an invented history.", "django"),
    Command("version", "version", "Print the versions of the product and what it stands on.", "nothing"),
)

FOLDER = Path(__file__).parent


def available() -> tuple[Command, ...]:
    """Return the subcommands of this installation."""
    return tuple(command for command in COMMANDS if (FOLDER / f"{command.module}.py").is_file())
