"""Which gateway is used, by setting; the only place that knows the adapters."""

from functools import cache
from pathlib import Path

from django.conf import settings

from motcua.gateways import clock
from motcua.gateways.errors import NotSupplied
from motcua.gateways.journal import Entry
from motcua.gateways.mail import live as live_mail
from motcua.gateways.mail import simulator as simulated_mail
from motcua.gateways.mail.port import MailGateway
from motcua.gateways.signing import live as live_signing
from motcua.gateways.signing import pkcs11, trusted
from motcua.gateways.signing import simulator as simulated_signing
from motcua.gateways.signing.off import Off as NoSigning
from motcua.gateways.signing.port import SigningGateway
from motcua.gateways.sms import live as live_sms
from motcua.gateways.sms import simulator as simulated_sms
from motcua.gateways.sms.off import Off
from motcua.gateways.sms.port import SmsGateway
from motcua.gateways.telephony import live as live_telephony
from motcua.gateways.telephony import simulator as simulated_telephony
from motcua.gateways.telephony.off import Off as NoTelephony
from motcua.gateways.telephony.port import TelephonyGateway
from motcua.gateways.timestamps import live as live_timestamps
from motcua.gateways.timestamps import simulator as simulated_timestamps
from motcua.gateways.timestamps.port import TimestampGateway

CARRIERS = ("sms", "mail")
SIMULATED = (*CARRIERS, "telephony", "signing")


def sms() -> SmsGateway:
    """Give the carrier of short messages. Raises NotSupplied."""
    choice = _chosen("sms", "off")
    if choice == "off":
        return Off()
    return _simulated_sms(_root()) if choice == "simulator" else live_sms.connect()


def mail() -> MailGateway:
    """Give the carrier of mail. Raises NotSupplied."""
    if _chosen("mail") == "simulator":
        return _simulated_mail(_root())
    return live_mail.Smtp(settings.SMTP_URL, settings.MAIL_SENDER)


def telephony() -> TelephonyGateway:
    """Give the telephone gateway. Raises NotSupplied."""
    choice = _chosen("telephony", "off")
    if choice == "off":
        return NoTelephony()
    if choice == "simulator":
        return _simulated_telephony(_root())
    if not settings.CALLBACK_FILE:
        raise NotSupplied(
            "MOTCUA_TELEPHONY=live: give MOTCUA_CALLBACK_FILE the file or folder of missed calls."
        )
    return live_telephony.CallBackFile(Path(settings.CALLBACK_FILE), Path(settings.TELEPHONY_NOTEBOOK))


def signing() -> SigningGateway:
    """Give the keeper of signing keys. Raises NotSupplied."""
    choice = _chosen("signing", "off", "pkcs11")
    if choice == "off":
        return NoSigning()
    if choice == "simulator":
        return simulated_signing.Simulator(_root())
    if choice == "pkcs11":
        return pkcs11.Token(settings.PKCS11_MODULE, settings.PKCS11_TOKEN, settings.PKCS11_PIN)
    return live_signing.Remote(
        live_signing.Service(settings.SIGNING_URL, settings.SIGNING_TOKEN, settings.SIGNING_PIN)
    )


def timestamps() -> TimestampGateway | None:
    """Give the time stamping authority, a simulated one for simulated keys, or nothing. Raises NotSupplied."""
    if "signing" in simulators():
        return simulated_timestamps.Simulator(_root())
    return live_timestamps.Tsa(settings.TSA_URL) if settings.TSA_URL else None


def signing_roots() -> tuple[bytes, ...]:
    """Give the certificates (DER) in which every trusted signature must end. Raises NotSupplied."""
    simulated = simulated_signing_keys()
    return (*trusted.read(settings.SIGNING_ROOTS), *([simulated.root()] if simulated else []))


def simulated_signing_keys() -> simulated_signing.Simulator | None:
    """Give the simulated keys, whose holders can be named; nothing where real ones serve."""
    return simulated_signing.Simulator(_root()) if "signing" in simulators() else None


def simulators() -> list[str]:
    """Name the gateways that are simulators; every page wears a banner while there is one."""
    return [name for name in SIMULATED if settings.GATEWAYS.get(name) == "simulator"]


def problems() -> list[str]:
    """Say what is wrong with the settings of gateways, simulators in production among it."""
    found = []
    for connect in (sms, mail, telephony, signing, timestamps, _roots_that_are_set):
        try:
            connect()
        except NotSupplied as error:
            found.append(str(error))
    try:
        clock.now()
    except ValueError as error:
        found.append(str(error))
    if settings.PRODUCTION:
        found += [
            f"MOTCUA_{name.upper()}: a simulator sends nothing and is refused in production."
            for name in simulators()
        ]
        if settings.GATEWAYS["clock"] != "live":
            found.append("MOTCUA_CLOCK: a set clock is refused in production.")
    return found


def carried(name: str, *, limit: int = 100, to: str = "") -> list[Entry]:
    """List what a simulator carried, newest first; nothing when it is not a simulator."""
    if name not in CARRIERS or name not in simulators():
        return []
    box = _simulated_sms(_root()) if name == "sms" else _simulated_mail(_root())
    return box.newest(limit, to)


def simulated_telephone() -> simulated_telephony.Simulator | None:
    """Give the simulated telephone, on which calls are placed; nothing where a real one serves."""
    return _simulated_telephony(_root()) if "telephony" in simulators() else None


def _chosen(name: str, *more: str) -> str:
    choice = str(settings.GATEWAYS.get(name, "simulator"))
    choices = ("simulator", "live", *more)
    if choice not in choices:
        raise NotSupplied(f"MOTCUA_{name.upper()} is {choice!r}: give {' or '.join(choices)}.")
    return choice


def _roots_that_are_set() -> tuple[bytes, ...]:
    return trusted.read(settings.SIGNING_ROOTS)


def _root() -> Path:
    return Path(settings.SIMULATORS_ROOT)


@cache
def _simulated_sms(root: Path) -> simulated_sms.Simulator:
    return simulated_sms.Simulator(root)


@cache
def _simulated_mail(root: Path) -> simulated_mail.Simulator:
    return simulated_mail.Simulator(root)


@cache
def _simulated_telephony(root: Path) -> simulated_telephony.Simulator:
    return simulated_telephony.Simulator(root)
