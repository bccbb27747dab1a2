"""The contract of telephone gateways: the simulator and the call-back file keep the same one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.gateways import registry
from motcua.gateways.errors import NotSupplied, Refused, Unavailable
from motcua.gateways.telephony.lines import read_line
from motcua.gateways.telephony.live import CallBackFile
from motcua.gateways.telephony.port import BadLine, MissedCall, Rung
from motcua.gateways.telephony.simulator import Simulator

AT = datetime(2026, 9, 8, 2, 0, tzinfo=UTC)
DUTY = "+842383844522"


class Simulated:
    """The simulator."""

    def __init__(self, root):
        self.root, self.gateway = root, Simulator(root)

    def ring(self, number, minutes=0):
        self.gateway.place(number, DUTY, AT + timedelta(minutes=minutes))

    def restart(self):
        self.gateway = Simulator(self.root)


class LiveFile:
    """One call-back file of lines `number;called;time`."""

    def __init__(self, root):
        self.root, self.file = root, root / "missed.csv"
        self.file.touch()
        self.restart()

    def ring(self, number, minutes=0):
        with self.file.open("a", encoding="utf-8") as stream:
            stream.write(self.line(number, AT + timedelta(minutes=minutes)))

    def line(self, number, at):
        return f"{number};{DUTY};{at.isoformat()}\n"

    def restart(self):
        self.gateway = CallBackFile(self.file, self.root / "notebook.json")


class LiveFolder(LiveFile):
    """A folder with a file of JSON lines for each hour."""

    def __init__(self, root):
        super().__init__(root)
        self.file.unlink()
        self.folder = root / "calls"
        self.folder.mkdir()
        self.restart()

    def ring(self, number, minutes=0):
        at = AT + timedelta(minutes=minutes)
        with (self.folder / f"{at:%H}.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(f'{{"number": "{number}", "called": "{DUTY}", "time": "{at.isoformat()}"}}\n')

    def restart(self):
        if hasattr(self, "folder"):
            self.gateway = CallBackFile(self.folder, self.root / "notebook.json")


@pytest.fixture(params=[Simulated, LiveFile, LiveFolder])
def telephone(request, tmp_path):
    return request.param(tmp_path)


class TestContract:
    def test_a_missed_call_is_told_with_who_whom_and_when(self, telephone):
        telephone.ring("0912345678")
        [call] = telephone.gateway.missed(10).calls
        assert (call.number, call.called, call.at) == ("0912345678", DUTY, AT)

    def test_what_was_confirmed_is_not_told_again_also_after_a_restart(self, telephone):
        telephone.ring("0912345678")
        telephone.gateway.confirm(telephone.gateway.missed(10).upto)
        telephone.restart()
        assert telephone.gateway.missed(10).calls == ()
        telephone.ring("0987654321", minutes=90)
        assert [one.number for one in telephone.gateway.missed(10).calls] == ["0987654321"]

    def test_what_was_not_confirmed_is_told_again_under_the_same_key(self, telephone):
        telephone.ring("0912345678")
        first = telephone.gateway.missed(10).calls
        telephone.restart()
        assert telephone.gateway.missed(10).calls == first

    def test_many_calls_come_in_portions_and_none_is_lost(self, telephone):
        for minute in range(7):
            telephone.ring(f"091234567{minute}", minutes=minute * 20)
        numbers = []
        while calls := (told := telephone.gateway.missed(3)).calls:
            numbers += [one.number for one in calls]
            telephone.gateway.confirm(told.upto)
        assert sorted(numbers) == [f"091234567{minute}" for minute in range(7)]

    def test_each_call_has_a_key_of_its_own(self, telephone):
        telephone.ring("0912345678")
        telephone.ring("0912345678", minutes=1)
        assert len({one.key for one in telephone.gateway.missed(10).calls}) == 2


def test_a_line_still_being_written_waits_for_its_end(tmp_path):
    live = LiveFile(tmp_path)
    whole = live.line("0912345678", AT)
    live.file.write_text(whole[:15], "utf-8")
    told = live.gateway.missed(10)
    live.gateway.confirm(told.upto)
    assert (told.calls, told.bad) == ((), ())
    live.file.write_text(whole, "utf-8")
    assert len(live.gateway.missed(10).calls) == 1


def test_a_file_that_was_turned_over_is_read_from_its_start(tmp_path):
    live = LiveFile(tmp_path)
    live.ring("0912345678")
    live.gateway.confirm(live.gateway.missed(10).upto)
    live.file.rename(tmp_path / "missed.old")
    live.ring("0987654321", minutes=1)
    assert [one.number for one in live.gateway.missed(10).calls] == ["0987654321"]


def test_bad_lines_are_told_with_their_place_and_good_ones_beside_them_are_taken(tmp_path):
    live = LiveFile(tmp_path)
    live.file.write_text("number;called;time\nrác\n0912345678;0238;hôm qua\n", "utf-8")
    live.ring("0912345678")
    told = live.gateway.missed(10)
    assert [one.where for one in told.bad] == ["missed.csv:2", "missed.csv:3"]
    assert len(told.calls) == 1


def test_a_time_without_a_zone_is_vietnams():
    call = read_line(f"0912345678;{DUTY};2026-09-08T09:00:00", "x:1")
    assert isinstance(call, MissedCall)
    assert call.at == AT


def test_a_copied_file_tells_the_same_call_under_the_same_key():
    first = read_line(f"0912345678;{DUTY};2026-09-08 09:00:00", "a.csv:1")
    again = read_line(
        f'{{"number": "0912345678", "called": "{DUTY}", "time": "2026-09-08T02:00:00Z"}}', "b.jsonl:9"
    )
    assert isinstance(first, MissedCall)
    assert isinstance(again, MissedCall)
    assert first.key == again.key


@given(st.text(max_size=80))
def test_no_line_whatever_breaks_the_reader(text):
    assert isinstance(read_line(text, "x:1"), MissedCall | BadLine | None)


def test_the_simulator_misbehaves_on_request(tmp_path):
    gateway = Simulator(tmp_path)
    assert gateway.ring("+84912345678", DUTY) is Rung.PICKED_UP
    assert gateway.ring("+84912345003", DUTY) is Rung.NOT_PICKED_UP
    with pytest.raises(Unavailable):
        gateway.ring("+84912345005", DUTY)
    gateway.place("0912345004", DUTY, AT)
    twice = gateway.missed(10).calls
    assert len(twice) == 2
    assert len({one.key for one in twice}) == 1


def test_a_file_rings_nobody(tmp_path):
    with pytest.raises(Refused):
        LiveFile(tmp_path).gateway.ring("+84912345678", DUTY)


def test_live_without_a_file_is_told_before_the_start(settings, tmp_path):
    settings.GATEWAYS = {**settings.GATEWAYS, "telephony": "live"}
    settings.CALLBACK_FILE = ""
    assert any("MOTCUA_CALLBACK_FILE" in one for one in registry.problems())
    settings.CALLBACK_FILE = str(tmp_path / "nowhere")
    with pytest.raises(NotSupplied):
        registry.telephony()


def test_an_installation_without_telephone_hears_and_rings_nobody(settings):
    settings.GATEWAYS = {**settings.GATEWAYS, "telephony": "off"}
    assert registry.telephony().missed(10).calls == ()
    with pytest.raises(Refused, match="MOTCUA_TELEPHONY=off"):
        registry.telephony().ring("+84912345678", DUTY)
