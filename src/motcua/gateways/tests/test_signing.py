"""The contract of keepers of signing keys: simulator, token and remote service keep the same one."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from motcua.gateways import clock, registry
from motcua.gateways.errors import NotSupplied, Refused, Unavailable
from motcua.gateways.signing import live, pkcs11
from motcua.gateways.signing.authority import Authority
from motcua.gateways.signing.simulator import Simulator
from motcua.gateways.tests import signing_service, tokens
from motcua.gateways.timestamps import live as live_timestamps

SAID = b"thuoc tinh da ky"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority") / "signing")


@pytest.fixture(scope="module")
def token(tmp_path_factory, authority):
    tokens.filled(tmp_path_factory.mktemp("softhsm"), authority)
    return tokens.gateway()


@pytest.fixture(scope="module")
def service(tmp_path_factory, authority):
    with signing_service.running(tmp_path_factory.mktemp("service"), authority) as (url, context):

        def asked(token=signing_service.TOKEN, pin=signing_service.PIN):
            return live.Remote(live.Service(url, token, pin), context)

        yield asked


@pytest.fixture(params=["simulator", "token rsa", "token curve", "remote service"])
def keeper(request, authority):
    """Each keeper in turn, with a key it has."""
    if request.param == "simulator":
        return Simulator(authority._folder.parent), "can-bo-1"
    if request.param == "remote service":
        return request.getfixturevalue("service")(), "can-bo-2"
    return request.getfixturevalue("token"), request.param.removeprefix("token ")


class TestContract:
    def test_a_signature_is_that_of_the_certificate(self, keeper):
        gateway, key = keeper
        public = x509.load_der_x509_certificate(gateway.certificate(key).certificate).public_key()
        signature = gateway.sign(key, SAID)
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, SAID, padding.PKCS1v15(), SHA256())
        else:
            public.verify(signature, SAID, ec.ECDSA(SHA256()))

    def test_the_chain_leads_up_to_the_root_and_leaves_it_out(self, keeper, authority):
        gateway, key = keeper
        said = gateway.certificate(key)
        own = x509.load_der_x509_certificate(said.certificate)
        assert said.chain == (authority.issuing.der,)
        own.verify_directly_issued_by(authority.issuing.certificate)
        authority.issuing.certificate.verify_directly_issued_by(authority.root.certificate)

    def test_the_same_key_has_the_same_certificate(self, keeper):
        gateway, key = keeper
        assert gateway.certificate(key) == gateway.certificate(key)


class TestSimulator:
    def test_every_name_says_that_it_is_a_simulation(self, tmp_path):
        simulator = Simulator(tmp_path)
        simulator.enrol("k", name="Trần Văn Bình", organisation="UBND xã Thiên Nhẫn")
        said = simulator.certificate("k")
        named = [said.certificate, *said.chain, simulator.root()]
        assert said.label == "MÔ PHỎNG – Trần Văn Bình"
        assert all(
            str(
                x509.load_der_x509_certificate(one)
                .subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0]
                .value
            ).startswith("MÔ PHỎNG")
            for one in named
        )

    def test_keys_outlive_a_restart_and_only_their_owner_reads_them(self, tmp_path):
        before = Simulator(tmp_path).certificate("k"), Simulator(tmp_path).root()
        assert (Simulator(tmp_path).certificate("k"), Simulator(tmp_path).root()) == before
        kept = list((tmp_path / "signing").glob("*.pem"))
        assert len(kept) == 3
        assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}

    def test_a_key_is_no_path(self, tmp_path):
        Simulator(tmp_path).certificate("../../../ngoai")
        assert {path.parent for path in tmp_path.rglob("*.pem")} == {tmp_path / "signing"}

    def test_two_that_ask_first_get_the_same_key(self, tmp_path):
        with ThreadPoolExecutor(4) as pool:
            said = list(pool.map(lambda _: Simulator(tmp_path).certificate("k"), range(8)))
        assert len({one.certificate for one in said}) == 1

    def test_it_misbehaves_as_the_key_says(self, tmp_path):
        with pytest.raises(Unavailable):
            Simulator(tmp_path).sign("can-bo-003", SAID)
        with pytest.raises(Refused, match="người ký từ chối"):
            Simulator(tmp_path).sign("can-bo-004", SAID)
        assert Simulator(tmp_path).certificate("can-bo-004").certificate


class TestToken:
    def test_a_wrong_pin_is_refused_and_not_tried_again(self, token):
        with pytest.raises(Refused, match="PinIncorrect"):
            pkcs11.Token(str(tokens.MODULE), tokens.LABEL, "0000").sign("rsa", SAID)
        assert token.sign("rsa", SAID)

    def test_a_token_that_is_not_plugged_in_is_unavailable(self, token):
        with pytest.raises(Unavailable):
            pkcs11.Token(str(tokens.MODULE), "khac", tokens.PIN).certificate("rsa")

    @pytest.mark.parametrize("key", ["la", "bare"])
    def test_a_key_unknown_or_without_certificate_is_refused(self, token, key):
        with pytest.raises(Refused):
            token.certificate(key)

    def test_several_threads_sign_one_after_the_other(self, token):
        with ThreadPoolExecutor(4) as pool:
            assert all(pool.map(lambda _: token.sign("curve", SAID), range(8)))

    def test_without_a_library_it_says_what_is_missing(self):
        with pytest.raises(NotSupplied, match="MOTCUA_PKCS11_MODULE"):
            pkcs11.Token("", "", "")


class TestRemote:
    def test_one_who_declines_is_refused_and_a_service_down_is_not(self, service):
        with pytest.raises(Refused, match="access_denied"):
            service().sign("can-bo-004", SAID)
        with pytest.raises(Unavailable, match="503"):
            service().sign("can-bo-003", SAID)

    def test_wrong_secrets_and_unknown_keys_are_refused(self, service):
        for remote, key in ((service(token="x"), "k"), (service(pin="0"), "k"), (service(), "la")):
            with pytest.raises(Refused):
                remote.sign(key, SAID)

    @pytest.mark.parametrize("odd", sorted(signing_service.ODD))
    def test_an_odd_answer_is_unavailable_and_no_other_address_is_asked(self, service, odd):
        with pytest.raises(Unavailable):
            service().certificate(odd)

    def test_a_service_that_cannot_be_reached_or_is_not_trusted_is_unavailable(self, service):
        remote = service()
        for url in ("https://127.0.0.1:9/csc/v1", remote._service.url):
            with pytest.raises(Unavailable):
                live.Remote(live.Service(url, "x")).certificate("k")

    def test_a_secret_is_not_shown_with_the_service(self):
        assert "bi-mat" not in repr(live.Service("https://ky.vi.du/csc/v1", "bi-mat-1", "bi-mat-2"))

    def test_an_address_in_the_clear_is_not_supplied(self):
        with pytest.raises(NotSupplied, match="https"):
            live.Remote(live.Service("http://ky.vi.du/csc/v1", "x"))


@pytest.fixture
def chosen(settings, tmp_path):
    settings.SIMULATORS_ROOT = tmp_path
    settings.PRODUCTION = False
    settings.SIGNING_ROOTS = ""

    def choose(signing):
        settings.GATEWAYS = {"clock": "live", "signing": signing}

    return choose


class TestRegistry:
    def test_off_refuses_in_words_and_needs_nothing(self, chosen):
        chosen("off")
        with pytest.raises(Refused, match="MOTCUA_SIGNING=off"):
            registry.signing().sign("k", SAID)
        assert registry.timestamps() is None
        assert registry.signing_roots() == ()
        assert registry.simulated_signing_keys() is None
        assert registry.problems() == []

    def test_the_simulator_is_trusted_only_while_it_serves(self, chosen):
        chosen("simulator")
        assert registry.signing_roots() == (registry.simulated_signing_keys().root(),)
        assert "signing" in registry.simulators()

    @pytest.mark.parametrize(("choice", "missing"), [("pkcs11", "PKCS11_MODULE"), ("live", "SIGNING_URL")])
    def test_a_choice_without_its_settings_is_told(self, chosen, choice, missing):
        chosen(choice)
        assert any(f"MOTCUA_{missing}" in problem for problem in registry.problems())

    def test_production_refuses_the_simulator(self, chosen, settings):
        chosen("simulator")
        settings.PRODUCTION = True
        assert any("MOTCUA_SIGNING" in problem for problem in registry.problems())

    def test_roots_are_read_from_a_folder_and_odd_ones_told(self, chosen, settings, tmp_path, authority):
        chosen("off")
        (tmp_path / "goc.pem").write_bytes((authority._folder / "root.pem").read_bytes())
        settings.SIGNING_ROOTS = str(tmp_path)
        assert authority.root.der in registry.signing_roots()
        (tmp_path / "hong.crt").write_bytes(b"khong phai")
        assert any("MOTCUA_SIGNING_ROOTS" in problem for problem in registry.problems())

    def test_a_time_stamp_is_made_at_the_moment_of_the_clock(self, chosen):
        chosen("simulator")
        with clock.set_to(datetime(2021, 9, 1, 1, 0, tzinfo=UTC)):
            answer = registry.timestamps().stamp(_question())
        assert b"20210901010000Z" in answer

    def test_a_question_that_is_none_is_refused(self, chosen):
        chosen("simulator")
        with pytest.raises(Refused):
            registry.timestamps().stamp(b"khong phai")

    def test_an_authority_that_is_no_address_or_away_is_told(self):
        with pytest.raises(NotSupplied, match="MOTCUA_TSA_URL"):
            live_timestamps.Tsa("file:///etc/passwd")
        with pytest.raises(Unavailable):
            live_timestamps.Tsa("http://127.0.0.1:9/").stamp(_question())


def _question() -> bytes:
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": os.urandom(32)}
    return tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "cert_req": True}).dump()
