"""Refuses to start with gateways that must not be used: simulators in production, half a setting."""

from motcua.bootstrap.errors import BootstrapError
from motcua.gateways import registry


def check() -> None:
    """Refuse with every problem in one sentence."""
    if problems := registry.problems():
        raise BootstrapError(f"The gateways are not ready: {' '.join(problems)}")
