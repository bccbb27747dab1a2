"""Which gateway is used, and what is refused before the product starts."""

from datetime import UTC, datetime, timedelta

import pytest

from motcua.gateways import clock, registry
from motcua.gateways.errors import NotSupplied, Refused
from motcua.gateways.sms.port import Sms


@pytest.fixture
def chosen(settings, tmp_path):
    """Set gateways by name."""
    settings.SIMULATORS_ROOT = tmp_path
    settings.PRODUCTION = False

    def choose(**names):
        settings.GATEWAYS = {
            "clock": "live",
            "sms": "simulator",
            "mail": "simulator",
            "telephony": "simulator",
            **names,
        }

    choose()
    return choose


def test_simulators_serve_by_default_and_are_named_for_the_banner(chosen):
    assert registry.simulators() == ["sms", "mail", "telephony"]
    assert registry.problems() == []


def test_production_refuses_simulators_and_a_set_clock(chosen, settings):
    settings.PRODUCTION = True
    chosen(clock="2026-11-23T08:00+07:00")
    problems = " ".join(registry.problems())
    assert all(name in problems for name in ("MOTCUA_SMS", "MOTCUA_MAIL", "MOTCUA_TELEPHONY", "MOTCUA_CLOCK"))


def test_a_wrong_name_is_told(chosen):
    chosen(sms="that")
    assert any("'that'" in problem for problem in registry.problems())
    with pytest.raises(NotSupplied):
        registry.sms()


def test_an_installation_without_an_operator_sends_no_sms_and_says_so(chosen):
    chosen(sms="off")
    assert registry.problems() == []
    assert registry.simulators() == ["mail", "telephony"]
    with pytest.raises(Refused, match="MOTCUA_SMS=off"):
        registry.sms().send(Sms("k", "+84912345678", "a"))


def test_live_mail_without_a_server_is_told(chosen, settings):
    settings.SMTP_URL = ""
    chosen(mail="live")
    assert any("MOTCUA_SMTP_URL" in problem for problem in registry.problems())


def test_only_simulators_show_what_they_carried(chosen):
    chosen(mail="live")
    assert registry.carried("mail") == []


def test_a_story_holds_the_clock(chosen):
    moment = datetime(2021, 9, 1, 1, 0, tzinfo=UTC)
    with clock.set_to(moment):
        assert clock.now() == moment
        with clock.set_to(moment + timedelta(days=1)):
            assert clock.now() == moment + timedelta(days=1)
        assert clock.now() == moment
    assert clock.now() > moment


def test_a_set_clock_runs_on(chosen):
    chosen(clock="2021-09-01T08:00+07:00")
    first = clock.now()
    assert timedelta(0) <= first - datetime(2021, 9, 1, 1, 0, tzinfo=UTC) < timedelta(days=1)
    assert clock.now() >= first


@pytest.mark.parametrize("setting", ["hom nay", "2021-09-01T08:00"])
def test_a_clock_that_cannot_be_set_is_told(chosen, setting):
    chosen(clock=setting)
    assert any("MOTCUA_CLOCK" in problem for problem in registry.problems())
