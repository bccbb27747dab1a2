"""The contract of carriers: simulators and live adapters keep the same one."""

import email
import email.policy
import os
from uuid import uuid4

import pytest

from motcua.gateways.errors import NotSupplied, Refused, Unavailable, Unclear
from motcua.gateways.mail import live as live_mail
from motcua.gateways.mail import simulator as simulated_mail
from motcua.gateways.mail.port import Letter
from motcua.gateways.sms import live as live_sms
from motcua.gateways.sms import simulator as simulated_sms
from motcua.gateways.sms.port import Sms
from motcua.gateways.status import Known
from motcua.gateways.tests import sink

SENDER = "Cổng Dịch vụ công tỉnh Nghệ An <khong-tra-loi@nghean.gov.vn>"


class SimulatedSms:
    """The simulator of short messages."""

    can_tell = True
    well, refused, answer_lost = "+84912345678", "+84912345004", "+84912345005"

    def __init__(self, root):
        self.gateway = simulated_sms.Simulator(root)

    def send(self, to, key=None):
        self.gateway.send(Sms(key or str(uuid4()), to, "Hồ sơ đã được tiếp nhận."))

    def arrived(self):
        return [(one.to, one.text) for one in reversed(self.gateway.newest(99))]


class SimulatedMail(SimulatedSms):
    """The simulator of mail."""

    well, refused, answer_lost = "an@vi.du", "loi.an@vi.du", "mat.an@vi.du"

    def __init__(self, root):
        self.gateway = simulated_mail.Simulator(root)

    def send(self, to, key=None):
        self.gateway.send(Letter(key or str(uuid4()), to, "Đã tiếp nhận", "Hồ sơ đã được tiếp nhận."))


class LiveMail(SimulatedMail):
    """Mail over SMTP to a real server."""

    can_tell = False

    def __init__(self, server):
        self.server = server
        self.gateway = live_mail.Smtp(server.url, SENDER)

    def arrived(self):
        read = [
            (to, email.message_from_bytes(raw, policy=email.policy.default))
            for to, raw in self.server.letters
        ]
        return [(to, letter.get_content().strip()) for to, letter in read]


@pytest.fixture(params=["simulated sms", "simulated mail", "live mail"])
def carrier(request, tmp_path):
    """Each carrier in turn."""
    if request.param == "live mail":
        with sink.running() as server:
            yield LiveMail(server)
    else:
        yield {"simulated sms": SimulatedSms, "simulated mail": SimulatedMail}[request.param](tmp_path)


class TestContract:
    def test_what_is_sent_arrives_whole(self, carrier):
        carrier.send(carrier.well)
        assert carrier.arrived() == [(carrier.well, "Hồ sơ đã được tiếp nhận.")]

    def test_an_address_that_does_not_exist_is_refused(self, carrier):
        with pytest.raises(Refused):
            carrier.send(carrier.refused)
        assert carrier.arrived() == []

    def test_a_lost_answer_is_told_as_unclear(self, carrier):
        with pytest.raises(Unclear):
            carrier.send(carrier.answer_lost, "khoa")
        assert carrier.gateway.status("khoa") == (Known.ACCEPTED if carrier.can_tell else Known.UNKNOWN)

    def test_an_unknown_key_is_absent_or_cannot_be_told(self, carrier):
        assert carrier.gateway.status("la") == (Known.ABSENT if carrier.can_tell else Known.UNKNOWN)

    def test_one_key_is_one_message(self, carrier):
        if not carrier.can_tell:
            pytest.skip("SMTP cannot tell; the same Message-ID lets mail programs fold the two")
        carrier.send(carrier.well, "khoa")
        carrier.send(carrier.well, "khoa")
        assert len(carrier.arrived()) == 1


@pytest.mark.parametrize(
    ("kind", "address"), [(SimulatedSms, "+84912345003"), (SimulatedMail, "cham.an@vi.du")]
)
def test_a_simulator_is_down_for_three_tries_when_asked(tmp_path, kind, address):
    for _ in range(3):
        with pytest.raises(Unavailable):
            kind(tmp_path).send(address, "khoa")  # a new process each time: its memory is the file
    kind(tmp_path).send(address, "khoa")
    assert len(kind(tmp_path).arrived()) == 1


def test_processes_share_a_simulator_without_mixing_lines(tmp_path):
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            carrier = SimulatedSms(tmp_path)
            for key in range(50):
                carrier.send(carrier.well, str(key))
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert sorted(int(one.key) for one in SimulatedSms(tmp_path).gateway.newest(999)) == list(range(50))


def test_a_simulator_forgets_when_its_file_is_removed(tmp_path):
    carrier = SimulatedSms(tmp_path)
    carrier.send(carrier.well, "khoa")
    (tmp_path / "sms.jsonl").unlink()
    assert carrier.gateway.status("khoa") == Known.ABSENT


def test_the_newest_come_first_and_can_be_narrowed_to_an_address(tmp_path):
    carrier = SimulatedSms(tmp_path)
    for to in ("+84911111111", "+84922222222", "+84911111111"):
        carrier.send(to)
    assert [one.to[-1] for one in carrier.gateway.newest(2)] == ["1", "2"]
    assert len(carrier.gateway.newest(9, "911")) == 2


def test_a_letter_names_its_sender_its_key_and_its_language():
    with sink.running() as server:
        LiveMail(server).send("an@vi.du", "khoa-1")
        [(_, raw)] = server.letters
    letter = email.message_from_bytes(raw, policy=email.policy.default)
    assert letter["Message-ID"] == "<khoa-1@nghean.gov.vn>"
    assert letter["From"].addresses[0].display_name == "Cổng Dịch vụ công tỉnh Nghệ An"
    assert (letter["Subject"], letter["Content-Language"]) == ("Đã tiếp nhận", "vi")
    assert letter["Auto-Submitted"] == "auto-generated"


def test_a_mail_server_that_is_away_or_down_is_tried_again():
    with sink.running() as server:
        server.down = 1
        with pytest.raises(Unavailable):
            LiveMail(server).send("an@vi.du")
        LiveMail(server).send("an@vi.du")
    with pytest.raises(Unavailable):
        LiveMail(server).send("an@vi.du")


def test_a_mail_server_is_told_user_and_password_when_it_is_on_this_machine():
    with sink.running() as server:
        url = server.url.replace("smtp://", "smtp://khach:m%40t@")
        live_mail.Smtp(url, SENDER).send(Letter("k", "an@vi.du", "a", "b"))
        assert len(server.users) == 1
    assert live_mail.read(url).password == "m@t"


def test_a_password_is_never_sent_in_the_clear_to_another_machine(monkeypatch):
    monkeypatch.setattr(live_mail.Address, "is_here", False)
    with sink.running() as server:
        with pytest.raises(Unavailable, match="no TLS"):
            live_mail.Smtp(server.url.replace("//", "//a:b@"), SENDER).send(Letter("k", "an@vi.du", "a", "b"))
        assert server.users == []


@pytest.mark.parametrize("from_start", [True, False], ids=["smtps", "starttls"])
def test_letters_and_passwords_travel_sealed_where_the_server_can(tmp_path, from_start, monkeypatch):
    monkeypatch.setattr(live_mail.Address, "is_here", False)
    served, trusting = sink.contexts(tmp_path)
    with sink.running(context=served, from_start=from_start) as server:
        url = server.url.replace("smtp://", "smtps://a:b@" if from_start else "smtp://a:b@")
        live_mail.Smtp(url, SENDER, trusting).send(Letter("k", "an@vi.du", "a", "b"))
        assert (server.secured, len(server.users), len(server.letters)) == (1, 1, 1)


def test_a_server_that_cannot_prove_its_name_gets_no_letter(tmp_path):
    served, _ = sink.contexts(tmp_path)
    with sink.running(context=served) as server:
        with pytest.raises(Unavailable, match="CERTIFICATE_VERIFY_FAILED"):
            LiveMail(server).send("an@vi.du")
        assert server.letters == []


@pytest.mark.parametrize("address", ["an@vi.du\r\nBcc: chi@vi.du", "nguyễn@vi.du"])
def test_an_address_that_cannot_stand_in_a_letter_is_refused(address):
    with sink.running() as server:
        with pytest.raises(Refused):
            LiveMail(server).send(address)
        assert server.letters == []


@pytest.mark.parametrize("url", ["", "mail.example.vn:25", "http://mail.example.vn", "smtp://a:99999"])
def test_a_wrong_mail_url_is_told_with_an_example(url):
    with pytest.raises(NotSupplied, match="smtp://user:password@"):
        live_mail.Smtp(url, SENDER)


def test_live_sms_says_what_must_be_supplied():
    with pytest.raises(NotSupplied, match="interface description and account"):
        live_sms.connect()
