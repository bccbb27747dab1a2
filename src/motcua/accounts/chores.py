"""What accounts do by the clock."""

from datetime import datetime

from motcua.accounts.operations.consenting import end_passed
from motcua.accounts.operations.forgetting import forget_sign_ins
from motcua.kernel.actors import SYSTEM


def forget(*, at: datetime) -> None:
    """Forget old codes and the failures of guessers."""
    forget_sign_ins(by=SYSTEM, at=at)


def end_consents(*, at: datetime) -> None:
    """End the consents whose last day has passed."""
    end_passed(by=SYSTEM, at=at)
