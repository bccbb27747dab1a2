"""The user under whom PostgreSQL runs when we are root, and what that user can reach."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from motcua.bootstrap.errors import NoServerUser

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class ServerUser:
    """An existing system user; we never create one."""

    name: str
    uid: int
    gid: int
    groups: tuple[int, ...]

    def may(self, path: Path, read: int, group: int, other: int) -> bool:
        """Tell whether the mode of one file gives this user the asked bit."""
        found = path.stat()
        if found.st_uid == self.uid:
            return bool(found.st_mode & read)
        if found.st_gid in self.groups:
            return bool(found.st_mode & group)
        return bool(found.st_mode & other)


def server_user() -> ServerUser | None:
    """Return who runs the server when we are root; None when we are not root and run it ourselves."""
    if os.geteuid() != 0:
        return None
    for name in CANDIDATES:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        if found.pw_uid != 0:
            groups = tuple(os.getgrouplist(name, found.pw_gid))
            return ServerUser(name, found.pw_uid, found.pw_gid, groups)
    raise NoServerUser(
        "PostgreSQL refuses to run as root and this machine has neither a user 'postgres' nor 'nobody': "
        "create one of them, run motcua as an ordinary user, or set MOTCUA_DATABASE_URL."
    )


def can_enter(folder: Path, user: ServerUser | None) -> bool:
    """Tell whether the user can pass every existing folder from the root down to this one."""
    if user is None:
        return True
    chain = [folder, *folder.parents]
    return all(user.may(step, stat.S_IXUSR, stat.S_IXGRP, stat.S_IXOTH) for step in chain if step.is_dir())


def can_read(file: Path, user: ServerUser | None) -> bool:
    """Tell whether the user can reach and read this file."""
    if user is None:
        return True
    return can_enter(file.parent, user) and user.may(file, stat.S_IRUSR, stat.S_IRGRP, stat.S_IROTH)
