"""The one-stop of the guides: who works there, and what lies on its desks on Tuesday, 8 September 2026."""

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.test import override_settings
from PIL import Image, ImageDraw

from motcua.accounts.tests.factories import citizen, officer, with_app
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import drafting, intake, processing
from motcua.dossiers.tests.factories import drafted, filled
from motcua.kernel.actors import Actor
from tests.browser.week.province import moment

PLACE, AGENCY = "Xã Thiên Nhẫn", "UBND25-17989"
FRIDAY, MONDAY, DAY, NEXT = (date(2026, 9, day) for day in (4, 7, 8, 9))
SINCE = date(2026, 1, 1)
STAFF = (
    ("hoa", "Nguyễn Thị Hoa", AGENCY, ["reception"]),
    ("son", "Trần Văn Sơn", AGENCY, ["specialist"]),
    ("minh", "Lê Quang Minh", AGENCY, ["approver", "head"]),
    ("tam", "Vi Thị Tâm", AGENCY, ["specialist"]),
    ("lan", "Phan Thị Lan", AGENCY, ["admin"]),
    ("chi", "Phạm Thị Chi", "UBND25-18001", ["reception", "specialist", "approver", "head"]),
    ("dung", "Võ Tiến Dũng", "VPUBND", ["oversight"]),
)
HELPER, HELPER_PHONE = "Vi Văn Nam", "0977777777"
CHANGED_PHONE = "0911000008"
"""Of somebody who wants a dossier back."""
OWNER, OWNER_PHONE = "Lô Thị Khăm", "0988888888"


@dataclass(frozen=True)
class Filed:
    """Somebody who filed online: name, phone, on which day and hour, and how far the dossier has come."""

    name: str
    phone: str
    day: date
    clock: str
    acts: tuple[str, ...] = ()


EARLIER = (
    Filed("Hoàng Văn Tồng", "0911000001", FRIDAY, "7:40"),
    Filed("Vi Thị Mai", "0911000002", FRIDAY, "8:15", ("receive", "transfer")),
    Filed("Lương Văn Quang", "0911000003", MONDAY, "8:00", ("receive", "transfer")),
    Filed("Moong Thị Nga", "0911000004", MONDAY, "8:30", ("receive", "transfer")),
    Filed("Trần Thị Oanh", "0911000005", MONDAY, "9:00", ("receive", "transfer", "propose")),
    Filed("Nguyễn Văn Dần", "0911000006", MONDAY, "13:40", ("receive",)),
    Filed("Cụt Thị Súa", "0911000007", MONDAY, "15:10"),
    Filed("Phan Văn Chung", CHANGED_PHONE, MONDAY, "16:00"),
)
WHO = {"receive": "hoa", "transfer": "hoa", "propose": "son"}


def settle(files: str) -> None:
    """Let everybody begin to work, and the people of the days before file."""
    early = moment(FRIDAY, "6:00")
    staff = {one[0]: officer(*one[:2], one[2], one[3], since=SINCE, at=early) for one in STAFF}
    with_app(staff["tam"], at=early)
    citizen(HELPER, HELPER_PHONE, at=early)
    citizen(OWNER, OWNER_PHONE, at=early)
    with override_settings(FILES_ROOT=files):
        for one in EARLIER:
            _file(one, staff)


def _file(who: Filed, staff: dict[str, Actor]) -> None:
    at = moment(who.day, who.clock)
    by = citizen(who.name, who.phone, at=at)
    draft = drafted(by, at=at)
    mine = {"Nguyễn Văn Hòa": who.name, "0912345678": who.phone}
    answers = {name: mine.get(str(value), value) for name, value in filled(draft).items()}
    draft = drafting.save(draft_id=draft.id, seen=draft.version, answers=answers, by=by, at=at)
    done = intake.submit(draft_id=draft.id, seen=draft.version, by=by, at=at)
    for act in who.acts:
        _do(act, Dossier.objects.get(id=done.dossier_id), staff[WHO[act]], at)


def _do(act: str, dossier: Dossier, by: Actor, at: datetime) -> None:
    later = at.replace(minute=at.minute + 9)
    getattr(processing, act)(dossier_id=dossier.id, seen=dossier.version, by=by, at=later)


def written(title: str) -> dict[str, object]:
    """Make the PDF of a result as a specialist writes it."""
    stream = io.BytesIO()
    with Image.open(io.BytesIO(cast("bytes", paper(title)["buffer"]))) as picture:
        picture.save(stream, "PDF", resolution=110)
    name = f"{title.lower().replace(' ', '-')}.pdf"
    return {"name": name, "mimeType": "application/pdf", "buffer": stream.getvalue()}


def paper(title: str = "GIẤY CHỨNG SINH") -> dict[str, object]:
    """Make the photo of a paper: lines on which nothing is written that anybody could read."""
    picture = Image.new("RGB", (900, 1200), "#8a7a66")
    pen = ImageDraw.Draw(picture)
    pen.polygon([(70, 60), (830, 80), (850, 1130), (60, 1150)], fill="#fbfaf6")
    for row in range(9):
        pen.rectangle([140, 260 + row * 85, 300 + (row * 137) % 420, 276 + row * 85], fill="#9aa0a6")
    pen.rectangle([250, 150, 650, 180], fill="#5f6368")
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=80)
    return {
        "name": f"{title.lower().replace(' ', '-')}.jpg",
        "mimeType": "image/jpeg",
        "buffer": stream.getvalue(),
    }
