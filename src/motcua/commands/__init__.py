"""The `motcua` command line: one file a subcommand; calls operations and queries only."""

import os
import sys
from collections.abc import Sequence

from motcua.bootstrap.errors import BootstrapError
from motcua.commands import framework

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; what stands in the way is told in one sentence, never by a traceback."""
    try:
        return framework.execute(list(sys.argv[1:] if argv is None else argv))
    except BootstrapError as problem:
        print(f"motcua: {problem.message}", file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has seen enough; do not complain when Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        if problem.filename is None:
            raise
        print(f"motcua: {problem.filename}: {problem.strerror}.", file=sys.stderr)
        return 3
    except Exception as problem:
        # Named, not imported: `motcua --help` loads neither Django nor psycopg.
        if type(problem).__name__ != "OperationalError":
            raise
        print(f"motcua: The database failed: {' '.join(str(problem).split())}", file=sys.stderr)
        return 3
