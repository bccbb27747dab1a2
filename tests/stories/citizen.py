"""A citizen in a browser without script: reads pages, fills in forms, follows redirects."""

import re
from html.parser import HTMLParser
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.accounts.tests.factories import account_of
from motcua.catalogue.queries import form_of, version
from motcua.catalogue.rules.forms import Section
from motcua.dossiers.models import Draft
from motcua.dossiers.tests.factories import answer_to, photo
from motcua.kernel.actors import Actor

BIRTH = "1.001193"
COMMUNE = "UBND25-17989"


class Fields(HTMLParser):
    """The hidden fields of the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden" and given.get("name"):
            self.hidden[str(given["name"])] = given.get("value") or ""


class Citizen:
    """Somebody at the portal; a guest, or signed in as an account."""

    def __init__(self, account: Actor | None = None) -> None:
        self.client = Client()
        if account is not None:
            self.client.force_login(account_of(account))

    def get(self, path: str, status: int = 200, **more: Any) -> Any:
        answer = self.client.get(path, **more)
        assert answer.status_code == status, (path, answer.status_code, answer.headers.get("Location"))
        return answer

    def text(self, path: str) -> str:
        return str(self.get(path).content.decode())

    def post(self, path: str, data: dict[str, Any], **more: Any) -> Any:
        return self.client.post(path, data, **more)

    def begin(self, code: str = BIRTH, agency: str = COMMUNE) -> str:
        """Start a draft; gives its address."""
        answer = self.post(f"/nop/{code}/", {"agency": agency})
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return str(answer.headers["Location"])

    def draft_of(self, address: str) -> Draft:
        return Draft.objects.get(id=address.split("/ban-nhap/")[1].split("/")[0])

    def fill(self, address: str, **changes: Any) -> None:
        """Fill in every section of the form and send it page by page."""
        facts = version(self.draft_of(address).version_id)
        for section in form_of(facts).sections:
            page = self.client.get(f"{address}{section.key}/")
            if page.status_code == 404:
                continue
            answer = self.send(f"{address}{section.key}/", {**answers(section), **changes})
            assert answer.status_code == 302, problems(answer)

    def send(self, path: str, data: dict[str, Any], **more: Any) -> Any:
        """Send a form of a page with its hidden fields, as a browser would."""
        hidden = Fields(self.text(path)).hidden
        return self.post(path, {**hidden, **data}, **more)

    def upload(self, address: str, component: int, file: Any = None, **more: Any) -> Any:
        return self.post(
            f"{address}tep/",
            {"component": f"component-{component}", f"component-{component}": file or jpeg()},
            **more,
        )

    def add_papers(self, address: str) -> None:
        """Add the papers that the check page says are missing."""
        for component in re.findall(r"#component-(\d+)", self.text(f"{address}kiem-tra/").split("<h1", 1)[0]):
            self.upload(address, int(component))

    def submit(self, address: str) -> Any:
        hidden = Fields(self.text(f"{address}kiem-tra/")).hidden
        return self.post(f"{address}nop/", {**hidden, "declared": "1"})

    def file(self, code: str = BIRTH, agency: str = COMMUNE, **changes: Any) -> str:
        """Go the whole way; gives the dossier's code."""
        address = self.begin(code, agency)
        self.fill(address, **changes)
        self.add_papers(address)
        answer = self.submit(address)
        assert answer.status_code == 302, problems(answer)
        return str(answer.headers["Location"]).split("/h/")[1].split("/")[0]


def answers(section: Section) -> dict[str, Any]:
    """Answer every question of a section as a browser sends it: dates in three boxes."""
    sent: dict[str, Any] = {}
    for question in section.questions:
        given = answer_to(question)
        if question.kind == "date":
            year, month, day = str(given[question.name]).split("-")
            given = {
                f"{question.name}.day": day,
                f"{question.name}.month": month,
                f"{question.name}.year": year,
            }
        if question.kind == "choices":
            given[f"{question.name}.shown"] = "1"
        sent.update(given)
    return sent


def jpeg(name: str = "giay-chung-sinh.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, photo().read(), "image/jpeg")


def problems(answer: Any) -> str:
    """Give what a page says went wrong, for messages of tests."""
    text = str(answer.content.decode())
    return text.split("error-summary", 1)[-1][:1500]


def secret_on(page: str) -> str:
    """Read the secret from a receipt."""
    return page.split('id="dossier-secret">')[1].split("<")[0]
