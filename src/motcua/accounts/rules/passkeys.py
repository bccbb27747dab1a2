"""Passkeys (WebAuthn): what the browser is asked, and whether what it answers proves the officer.

User verification is required: the device has asked for finger, face or PIN, so a stolen one opens nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import webauthn
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

WRONG = (WebAuthnException, ValueError, KeyError, TypeError)
"""What the library raises for an answer that proves nothing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Site:
    """Whom a passkey belongs to: the name of this site, and the address its pages come from."""

    name: str
    origin: str


@dataclass(frozen=True, slots=True)
class Passkey:
    """What is kept of a passkey: it opens nothing by itself."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


def ask_to_make(site: Site, account_id: UUID, username: str, known: Sequence[bytes]) -> tuple[str, bytes]:
    """Write what the browser needs to make a passkey, and give the challenge it must answer."""
    options = webauthn.generate_registration_options(
        rp_id=site.name,
        rp_name="Một cửa Nghệ An",
        user_id=account_id.bytes,
        user_name=username,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.DISCOURAGED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
    )
    return webauthn.options_to_json(options), options.challenge


def made(site: Site, answer: str, challenge: bytes) -> Passkey | None:
    """Read a new passkey from the browser's answer; nothing when it does not prove itself."""
    try:
        found = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except WRONG:
        return None
    return Passkey(found.credential_id, found.credential_public_key, found.sign_count)


def ask_to_sign(site: Site, known: Sequence[bytes]) -> tuple[str, bytes]:
    """Write what the browser needs to use one of these passkeys, and give the challenge it must answer."""
    options = webauthn.generate_authentication_options(
        rp_id=site.name,
        allow_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(options), options.challenge


def named_in(answer: str) -> bytes | None:
    """Give the passkey that an answer says it comes from."""
    try:
        return webauthn.helpers.parse_authentication_credential_json(answer).raw_id
    except WRONG:
        return None


def signed(site: Site, answer: str, challenge: bytes, known: Passkey) -> int | None:
    """Tell whether the answer was signed by this passkey; gives its new count, nothing when it proves nothing."""
    try:
        found = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            credential_public_key=known.public_key,
            credential_current_sign_count=known.sign_count,
            require_user_verification=True,
        )
    except WRONG:
        return None
    return found.new_sign_count
