"""Progress: a moving count on a terminal, one line a step in a log, silence when a machine reads."""

import io

import pytest

from motcua.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_log_gets_one_line_a_step():
    log = io.StringIO()
    with Progress("procedures", total=3, stream=log) as step:
        for _ in range(3):
            step.advance()
    assert log.getvalue().startswith("procedures: 3/3, ")
    assert log.getvalue().count("\n") == 1


def test_a_terminal_sees_the_count_move():
    terminal = Terminal()
    with Progress("units", stream=terminal) as step:
        step.reach(400)
    assert "\runits: 400 …" in terminal.getvalue()
    assert "\x1b[K" in terminal.getvalue()


def test_a_machine_hears_nothing():
    terminal = Terminal()
    with Progress("units", quiet=True, stream=terminal) as step:
        step.advance()
    assert terminal.getvalue() == ""


def test_a_step_that_failed_says_where_it_stopped():
    log = io.StringIO()
    with pytest.raises(ZeroDivisionError), Progress("units", total=9, stream=log) as step:
        step.advance(4 // (step.done))
    assert log.getvalue() == "units: 0/9: stopped\n"
