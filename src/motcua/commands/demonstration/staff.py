"""The officers of the demonstration, and the citizen: made once, with passwords kept in a file of this machine."""

import json
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.contrib.auth.hashers import check_password

from motcua.accounts.models import Account, Officer
from motcua.accounts.operations import officers, signing_in
from motcua.accounts.queries import actor_of, find_account
from motcua.accounts.rules.contacts import Contact
from motcua.kernel.actors import Actor

BY = Actor(kind="system", id="demo", via="command")
SINCE = date(2025, 7, 1)
CITIZEN = Contact("sms", "+84912345678")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Place:
    """An agency of the demonstration, with the word its user names begin with."""

    agency_id: str
    word: str


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody's work: user name, name, title, agency, roles."""

    username: str
    name: str
    title: str
    agency_id: str
    roles: tuple[str, ...]


PLACES = (
    Place("UBND25-16681", "thanhvinh"),
    Place("UBND25-16813", "muongxen"),
    Place("STP", "tuphap"),
)
WATCHER = Post("vpubnd", "Võ Tiến Dũng", "Chuyên viên Văn phòng UBND tỉnh", "VPUBND", ("oversight",))
WORK = (
    ("motcua", "Công chức Bộ phận Một cửa", ("reception",)),
    ("chuyenvien", "Công chức chuyên môn", ("specialist",)),
    ("lanhdao", "Lãnh đạo cơ quan", ("approver", "head")),
)
NAMES = (
    *("Lê Văn Bình", "Trần Thị Bích", "Hồ Quốc Bảo", "Vi Thị Hằng", "Lô Văn Thắng", "Moong Thị Lan"),
    *("Nguyễn Thùy Chi", "Phan Anh Đức", "Đặng Thị Hiền"),
)


def posts() -> list[Post]:
    """List the officers: three at each place, and one who oversees."""
    names = iter(NAMES)
    found = [
        Post(f"{place.word}.{word}", next(names), title, place.agency_id, roles)
        for place in PLACES
        for word, title, roles in WORK
    ]
    return [*found, WATCHER]


def standing() -> list[str]:
    """List the user names of demonstration officers that exist, told from others by the person's name."""
    found = set(Officer.objects.values_list("account__username", "name"))
    return sorted(post.username for post in posts() if (post.username, post.name) in found)


class Keys:
    """The passwords of this machine, in a file only its owner reads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}

    def of(self, username: str) -> str:
        """Give the password of an account, drawing it the first time."""
        if username not in self.known:
            self.known[username] = "-".join(
                "".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3)
            )
            self._keep()
        return self.known[username]

    def _keep(self) -> None:
        draft = self.path.with_suffix(".new")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(self.known, indent=1), encoding="utf-8")
        draft.replace(self.path)


def see_to_officers(keys: Keys, *, at: datetime) -> dict[str, Actor]:
    """Make the officers that are missing, and renew a password that is not the one in the file."""
    for post in posts():
        password = keys.of(post.username)
        account = Account.objects.filter(username=post.username).first()
        if account is None:
            officer = officers.open_officer(
                username=post.username, password=password, name=post.name, title=post.title, by=BY, at=at
            )
            for role in post.roles:
                officers.give_role(
                    officer=officer, agency_id=post.agency_id, role=role, valid_from=SINCE, by=BY, at=at
                )
        elif not check_password(password, account.password):
            officers.renew_password(account_id=account.id, password=password, by=BY, at=at)
    return {post.username: _actor(post) for post in posts()}


def _actor(post: Post) -> Actor:
    key = str(Account.objects.values_list("id", flat=True).get(username=post.username))
    return Actor("officer", key, post.agency_id, frozenset(post.roles), via="desk")


def see_to_citizen(*, at: datetime) -> Actor:
    """Make the citizen's account when it is missing."""
    account = find_account(CITIZEN) or signing_in.open_citizen(contact=CITIZEN, by=BY, at=at)
    return actor_of(account, at.date())


def id_of(actor: Actor) -> UUID:
    """Give an actor's account id."""
    return UUID(actor.id)
