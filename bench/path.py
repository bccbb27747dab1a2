"""The whole path from opening the form to the code, request by request, with three PDFs of 100 kB."""

import io
import statistics
from collections.abc import Sequence
from html.parser import HTMLParser

from bench import prepare
from bench.http import Answer, Client, side_by_side
from bench.report import Report
from bench.world import World
from motcua.catalogue.queries import FormFacts, form_of, version_in_force
from motcua.catalogue.rules.forms import Answers, Section, visible_sections
from motcua.dossiers.models import Document, Dossier
from motcua.training.sheets import photo

PROCEDURE = "1.012796"
"""Correcting a land certificate: a form of its own facts and three required papers."""
CLIENTS, TIMES, ROUNDS = 8, 12, 3
AFTER_PAPERS = ("return", "notices")


class Fields(HTMLParser):
    """The hidden fields of a page's forms."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a hidden field."""
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden" and given.get("name"):
            self.hidden[str(given["name"])] = given.get("value") or ""


class Path:
    """One person filing again and again; `look` also asks for every page between the posts."""

    def __init__(
        self, client: Client, agency: str, answers: Answers, *, look: bool, file: tuple[str, bytes]
    ) -> None:
        self.client, self.agency, self.answers, self.look, self.file = client, agency, answers, look, file
        self.sections = visible_sections(_form(), answers)
        self.names: list[str] = []

    def file_one(self) -> None:
        """Go the whole way."""
        self.names = []
        seen, start = 1, f"/nop/{PROCEDURE}/"
        self._see("choose the receiving place", start)
        begun = self._post("begin", start, {"agency": self.agency})
        draft = "/".join(begun.split("/")[:4]) + "/"
        seen = self._sections(draft, seen, [one for one in self.sections if one.key not in AFTER_PAPERS])
        self._see("papers", f"{draft}giay-to/")
        for number in range(prepare.FILES):
            self._upload(number, draft)
        seen = self._sections(draft, seen, [one for one in self.sections if one.key in AFTER_PAPERS])
        fields = self._see("check", f"{draft}kiem-tra/")
        place = self._post("submit", f"{draft}nop/", {"seen": str(seen), **fields, "declared": "1"})
        self._see("receipt", place)

    def _sections(self, draft: str, seen: int, sections: Sequence[Section]) -> int:
        for section in sections:
            fields = self._see(section.key, f"{draft}{section.key}/")
            given = {**_sent(section, self.answers), "seen": str(seen), **fields}
            self._post(f"save {section.key}", f"{draft}{section.key}/", given)
            seen += 1
        return seen

    def _see(self, name: str, path: str) -> dict[str, str]:
        if not self.look:
            return {}
        self.names.append(name)
        answer = self.client.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{name}: {answer.status} for {path}")
        hidden = Fields(answer.body.decode()).hidden
        return {key: value for key, value in hidden.items() if key in ("seen", "basis")}

    def _post(self, name: str, path: str, fields: dict[str, str]) -> str:
        self.names.append(name)
        return self._went(name, self.client.post(path, fields))

    def _upload(self, number: int, draft: str) -> None:
        self.names.append(f"upload {number + 1}")
        name, content = self.file
        paper = f"component-{number + 1}"
        answer = self.client.upload(f"{draft}tep/", {"component": paper}, paper, content, name)
        self._went("upload", answer)

    @staticmethod
    def _went(name: str, answer: Answer) -> str:
        if answer.status not in (302, 303):
            raise RuntimeError(f"{name}: {answer.status} {answer.body[:300]!r}")
        return answer.header("location")


def _sent(section: Section, answers: Answers) -> dict[str, str]:
    """Answer a section as a browser sends it."""
    found: dict[str, str] = {}
    for one in section.questions:
        given = answers.get(one.name, "")
        if one.kind == "date" and given:
            found |= dict(
                zip(
                    (f"{one.name}.{part}" for part in ("year", "month", "day")),
                    str(given).split("-"),
                    strict=True,
                )
            )
        else:
            found |= {name: str(answers[name]) for name in one.names if name in answers}
    return found


def run(world: World, report: Report) -> None:
    """Measure with posts only, with every page, and with photos."""
    owners = prepare.citizens(CLIENTS)
    world.serve()
    clients = [prepare.signed_in(owner, world.port) for owner in owners]
    answers = prepare.answers(_form())
    paper = ("giay-to.pdf", prepare.pdf())
    picture = ("anh.jpg", io.BytesIO(photo("GIAY TO", 3).read()).getvalue())
    for what, look, file, target in (
        ("whole path, posts only, 3 PDFs of 100 kB, 8 clients", False, paper, ">= 30 /s"),
        ("whole path, every page seen too, 3 PDFs, 8 clients", True, paper, ""),
        (f"whole path, posts only, 3 photos of {len(picture[1]) // 1000} kB", False, picture, ""),
    ):
        people = [
            Path(client, agency, answers, look=look, file=file)
            for client, agency in zip(clients, prepare.communes(CLIENTS), strict=True)
        ]
        _round(people, 2)
        figure = statistics.median(_round(people, TIMES) for _ in range(ROUNDS))
        requests = len(people[0].names)
        report.add(
            what, f"{figure:.1f} /s", f"{requests} requests, {figure * requests:.0f} requests/s", target
        )
        report.note(" · ".join(people[0].names))
    world.stop()


def _form() -> FormFacts:
    facts = version_in_force(PROCEDURE, prepare.today())
    if facts is None:
        raise RuntimeError("no such procedure today")
    return form_of(facts)


def _round(people: Sequence[Path], times: int) -> float:
    before = Dossier.objects.count()
    took = side_by_side([lambda one=one: [one.file_one() for _ in range(times)] for one in people])  # type: ignore[misc]
    filed = Dossier.objects.count() - before
    if filed != len(people) * times:
        raise RuntimeError(f"{filed} filed, not {len(people) * times}")
    papers = Document.objects.filter(dossier__procedure=PROCEDURE).count()
    if papers != prepare.FILES * Dossier.objects.filter(procedure=PROCEDURE).count():
        raise RuntimeError(f"{papers} papers arrived with the dossiers")
    return filed / took
