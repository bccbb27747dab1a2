"""Refuses to serve people from a database in which anybody may be an officer."""

from django.conf import settings

from motcua.bootstrap.errors import BootstrapError
from motcua.commands.demonstration import staff


def check() -> None:
    """Refuse production on a database that once held a demonstration."""
    if settings.PRODUCTION and (known := staff.standing()):
        raise BootstrapError(
            f"This database holds demonstration accounts ({', '.join(known)}) and invented dossiers: "
            "production needs a database of its own."
        )
