"""What accounts do by the clock."""

from datetime import datetime

from motcua.accounts.operations.forgetting import forget_sign_ins
from motcua.kernel.actors import SYSTEM


def forget(*, at: datetime) -> None:
    """Forget old codes and the failures of guessers."""
    forget_sign_ins(by=SYSTEM, at=at)
