"""What can be wrong with a machine, each as one sentence for a person and an exit code for a script."""


class BootstrapError(Exception):
    """Something outside the product stands in the way; the message is all that a person is shown."""

    def __init__(self, message: str, exit_code: int = 3) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code


class NotWritable(BootstrapError):
    """A folder that must be written cannot be."""


class NoServerUser(BootstrapError):
    """There is no unprivileged user under whom PostgreSQL could run."""


class DatabaseUnreachable(BootstrapError):
    """Nobody answers at the address of the database, or it does not let us in."""


class DatabaseTooOld(BootstrapError):
    """The server is older than the oldest version the product is tested on."""


class DatabaseUnfit(BootstrapError):
    """The database cannot keep Vietnamese, or lacks an extension."""


class DatabaseBroken(BootstrapError):
    """The embedded server cannot start or stop."""


class RolesMissing(BootstrapError):
    """The two roles do not exist and we may not create them."""


class PortInUse(BootstrapError):
    """Another program listens where the web server should."""
