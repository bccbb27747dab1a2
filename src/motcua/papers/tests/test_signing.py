"""Signing appends, asks once, shows where it may, and gives back what a keeper of keys refuses."""

import subprocess
import sys
from datetime import timedelta

import pypdfium2
import pytest

from motcua.gateways import clock, errors, registry
from motcua.gateways.tests import tokens
from motcua.papers.errors import Refused
from motcua.papers.rules.signatures import Outcome, Role
from motcua.papers.signing import sign_pdf
from motcua.papers.signing.orders import Left, Order, Spot
from motcua.papers.tests.revoked import listing
from motcua.papers.tests.signed import (
    AT,
    OFFICER,
    approved,
    authority,
    flipped,
    gap_of,
    keeper,
    plain,
    seal,
    sealed,
    verdict,
)
from motcua.papers.verifying import verify_pdf
from motcua.papers.verifying.der import der_length
from motcua.papers.verifying.trust import Trust

LOWER_RIGHT, LOWER_LEFT = Spot(0, 350, 60, 550, 160), Spot(0, 60, 60, 200, 160)


@pytest.fixture
def simulated(settings, tmp_path):
    settings.SIMULATORS_ROOT = tmp_path
    settings.GATEWAYS = {"clock": "live", "signing": "simulator"}
    return registry.signing()


def test_a_signature_is_appended_and_changes_no_byte_before_it():
    assert approved().startswith(plain())
    assert sealed().startswith(approved())


def test_the_keeper_of_the_key_is_asked_once_and_sees_no_paper():
    asked = keeper("mot-lan")
    sign_pdf(plain(), OFFICER, gateway=asked, key="k", at=AT)
    assert asked.asked == 1


def test_the_first_signature_permits_only_further_ones():
    assert b"/DocMDP" in approved()
    assert approved().count(b"/TransformMethod /DocMDP") == sealed().count(b"/TransformMethod /DocMDP") == 1


def test_a_role_and_name_sign_once():
    with pytest.raises(Refused) as told:
        sign_pdf(approved(), OFFICER, gateway=keeper(), key="k", at=AT)
    assert told.value.code == "signed_already"
    second = Order(Role.OFFICER, "Đồng ý", name="2")
    pdf = sign_pdf(approved(), second, gateway=keeper("hai"), key="k", at=AT)
    assert [one.field for one in verdict(pdf).signatures] == ["officer-1", "officer-2"]


@pytest.mark.parametrize("broken", [b"", b"khong phai", plain()[:2000]])
def test_what_is_no_paper_is_refused_in_words(broken):
    with pytest.raises(Refused) as told:
        sign_pdf(broken, OFFICER, gateway=keeper(), key="k", at=AT)
    assert told.value.code == "broken_pdf"


def test_officer_and_seal_show_where_the_first_order_says():
    seen = {}
    first = Order(Role.OFFICER, "", spot=LOWER_RIGHT, drawn=plain(), left=(Left(Role.SEAL, LOWER_LEFT),))
    seen["officer"] = sign_pdf(plain(), first, gateway=keeper(), key="k", at=AT)
    last = Order(Role.SEAL, "", drawn=plain())
    seen["both"] = sign_pdf(seen["officer"], last, gateway=seal(), key="k", at=AT)
    assert verdict(seen["both"]).outcome is Outcome.INTACT
    assert [dark(seen["officer"], spot) for spot in (LOWER_RIGHT, LOWER_LEFT)] == [True, False]
    assert [dark(seen["both"], spot) for spot in (LOWER_RIGHT, LOWER_LEFT)] == [True, True]


def test_nothing_new_shows_on_a_page_that_is_signed():
    with pytest.raises(ValueError, match="left"):
        sign_pdf(approved(), Order(Role.SEAL, "", spot=LOWER_LEFT), gateway=seal(), key="k", at=AT)


def test_who_declines_or_is_away_is_told_as_the_gateway_tells_it(simulated):
    with pytest.raises(errors.Refused, match="người ký từ chối"):
        sign_pdf(plain(), OFFICER, gateway=simulated, key="can-bo-004", at=AT)
    with pytest.raises(errors.Unavailable):
        sign_pdf(plain(), OFFICER, gateway=simulated, key="can-bo-003", at=AT)


def test_a_signature_that_is_not_the_certificate_s_goes_into_no_paper():
    mixed = keeper("mot")
    mixed.sign = keeper("khac").sign
    with pytest.raises(errors.Refused, match="not that of the certificate"):
        sign_pdf(plain(), OFFICER, gateway=mixed, key="k", at=AT)


class TestTimeStamps:
    @pytest.fixture
    def stamped(self, simulated):
        with clock.set_to(AT + timedelta(seconds=2)):
            return sign_pdf(
                plain(),
                OFFICER,
                gateway=simulated,
                key="k",
                at=AT,
                stamps=registry.timestamps(),
            )

    def test_the_moment_is_the_stamp_s_and_proven(self, stamped, simulated):
        said = verify_pdf(stamped, trust=Trust([simulated.root()]), at=AT)
        (one,) = said.signatures
        assert (said.outcome, one.stamped, one.signed_at) == (Outcome.INTACT, True, AT + timedelta(seconds=2))

    def test_what_was_stamped_before_a_revocation_stays_good(self, stamped, simulated):
        issuing = simulated._authority.issuing
        (one,) = verify_pdf(stamped, trust=Trust([simulated.root()]), at=AT).signatures
        for days, outcome in ((1, Outcome.INTACT), (-1, Outcome.UNTRUSTED)):
            told = listing(issuing, int(one.serial, 16), AT + timedelta(days=days))
            trusted = Trust([simulated.root()], crls=[told])
            assert verify_pdf(stamped, trust=trusted, at=AT).outcome is outcome

    def test_no_byte_of_signature_and_stamp_can_be_changed(self, stamped, simulated):
        trusted = Trust([simulated.root()])
        start, end = gap_of(stamped)
        content = bytes.fromhex(stamped[start + 1 : end - 1].decode())
        step = range(0, der_length(content), 41)
        made = [flipped(content, at, 1 << at % 7).hex().encode() for at in step]
        changed = [stamped[: start + 1] + one + stamped[end - 1 :] for one in made]
        said = [verify_pdf(one, trust=trusted, at=AT).outcome for one in changed]
        assert [at for at, one in zip(step, said, strict=True) if one is Outcome.INTACT] == []

    def test_an_answer_that_is_no_stamp_is_unavailable(self, simulated):
        class Odd:
            def stamp(self, request):
                return b"khong phai"

        with pytest.raises(errors.Unavailable):
            sign_pdf(plain(), OFFICER, gateway=simulated, key="k", at=AT, stamps=Odd())


@pytest.mark.parametrize("key", ["rsa", "curve"])
def test_a_token_signs_papers_that_are_sound(tmp_path, key):
    tokens.filled(tmp_path, authority())
    from_token = tokens.gateway()
    said = verdict(sign_pdf(plain(), OFFICER, gateway=from_token, key=key, at=AT))
    assert said.outcome is Outcome.INTACT


def test_processes_that_never_sign_do_not_load_the_library():
    asked = (
        "import sys; from motcua.papers import signing, verifying; from motcua.papers.signing import orders; "
        "from motcua.papers.verifying import trust; "
        "sys.exit(any(name.split('.')[0] in ('pyhanko', 'asn1crypto', 'pkcs11', 'aiohttp') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", asked]).returncode == 0


def dark(pdf: bytes, spot: Spot) -> bool:
    """Tell whether anything shows at a spot."""
    paper = pypdfium2.PdfDocument(pdf)
    paper.init_forms()
    image = paper[0].render(scale=1, may_draw_forms=True).to_pil().convert("L")
    height = image.height
    return image.crop((spot.left, height - spot.top, spot.right, height - spot.bottom)).getextrema()[0] < 200
