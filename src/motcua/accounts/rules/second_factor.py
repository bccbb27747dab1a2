"""The second factor: codes that an app makes every half minute, and codes on paper for when the app is lost."""

from datetime import datetime, timedelta
from hmac import compare_digest

import pyotp

STEP_SECONDS = 30
DRIFT = 1
"""A clock that is half a minute wrong is still right."""
RECOVERY_CODES = 10
FRESH_FOR = timedelta(minutes=10)
"""So long after a proof may factors be added and removed; later the proof is asked for again."""
HALF_WAY_FOR = timedelta(minutes=10)
"""So long may pass between the password and the second factor."""
MOST = 10
"""So many factors are enough for anybody."""
ISSUER = "Một cửa Nghệ An"


def new_secret() -> str:
    """Draw the secret that app and installation share: 160 random bits in base 32."""
    return pyotp.random_base32()


def address_for_app(secret: str, username: str) -> str:
    """Write what the QR code for the app says."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def grouped(secret: str) -> str:
    """Write the secret in groups of four, for typing."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def matching_step(secret: str, code: str, at: datetime, used: int) -> int | None:
    """Find the half minute whose code this is; one that was used, or came before it, is no longer taken."""
    now, maker, found = int(at.timestamp()) // STEP_SECONDS, pyotp.TOTP(secret), None
    for step in range(now - DRIFT, now + DRIFT + 1):
        if compare_digest(maker.generate_otp(step), code) and step > used:
            found = step
    return found


def code_normal(typed: str) -> str:
    """Give a code as it was issued from what somebody typed: without blanks and dashes, in small letters."""
    return "".join(typed.lower().replace("-", "").split())
