"""Every address of the product, and what it answers to whom. A new address without a row here fails."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from conftest import make_cast
from motcua.accounts.models import Factor, Role, SignIn
from motcua.accounts.operations.recovering import ask_recovery
from motcua.accounts.operations.sessions import Arrival, note_session
from motcua.accounts.operations.trusting import register
from motcua.accounts.rules.trusting import Agreement
from motcua.accounts.tests.factories import account_of, agreed, citizen, with_app
from motcua.counter.operations.books import make_book
from motcua.counter.operations.outages import Reported, log_outage
from motcua.custody.models import Item
from motcua.custody.operations.handing import hand_over
from motcua.dossiers.models import Document, Dossier, Draft, Opinion, Result
from motcua.dossiers.operations import answering, processing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case, drafted, filed, photo
from motcua.dossiers.tests.scanning import loose_pages
from motcua.feedback.operations.asking import Wish, ask_call_back
from motcua.gateways import clock
from motcua.kernel.actors import GUEST
from motcua.kernel.ids import uuid7
from motcua.messages.tests.factories import slip_of
from motcua.oversight.operations.tickets import ask_support
from tests.stories.officer import ITEM, REASON, at_stage, form, fresh

TRUSTED = Agreement(
    phone="0977 777 777",
    holder="Vi Văn Nam",
    kind="hamlet_head",
    serves="Bản Huồi Phuôn",
    why="Cả bản không có sóng điện thoại.",
    last=date(2027, 1, 1),
)
WHO = ("owner", "there", "elsewhere", "oversight", "other", "guest")
"""An, whose dossier it is; Bình, who works there; Chi elsewhere; Dũng, who oversees; another citizen; nobody known."""

EVERYBODY = (200, 200, 200, 200, 200, 200)
STAFF = (302, 200, 200, 200, 302, 302)
HERE = (302, 200, 404, 200, 302, 302)
COUNTER = (302, 200, 200, 404, 302, 302)
"""For those who receive or head: Chi sees what is her own one-stop's."""
KEEPER = (302, 404, 200, 404, 302, 302)
"""Chi is the head of her own agency."""
NOBODY_ELSEWHERE = (302, 404, 404, 404, 302, 302)
"""What is about an officer there: not for her, and not for those there who keep no accounts."""
NOBODY_INSIDE = (302, 404, 404, 404, 302, 302)
"""Not even for colleagues: it is somebody else's own."""
NOT_HERE = (302, 404, 404, 404, 302, 302)
"""Pages of a training ground; this is none. Who sees what there: tests/stories/test_officer_learns.py."""
ACT = (302, 409, 404, 409, 302, 302)
OWNER = (200, 404, 404, 404, 404, 404)
OWNER_GOES_ON = (302, 404, 404, 404, 404, 404)
RECEIVING = (302, 200, 404, 404, 302, 302)
"""For those who receive dossiers there; who oversees has no part in it."""
ANSWERED = (302, 302, 302, 302, 302, 302)

GET: dict[str, tuple[int, ...]] = {
    "office:sign_in": (200, 302, 302, 302, 200, 200),
    "office:desk": STAFF,
    "office:pulse": STAFF,
    "office:offline": (302, 200, 200, 404, 302, 302),
    "office:book": HERE,
    "office:book_sheets": RECEIVING,
    "office:leaf": RECEIVING,
    "office:search": STAFF,
    "office:assist": COUNTER,
    "office:assist_ask": COUNTER,
    "office:assist_consent": NOBODY_INSIDE,  # An asked for it, at the portal
    "office:assist_sheet": NOBODY_INSIDE,
    "office:assist_confirmation": NOBODY_INSIDE,
    "office:other_papers": STAFF,
    "office:help": EVERYBODY,
    "office:how_to": EVERYBODY,
    "office:counter": (302, 200, 200, 404, 302, 302),
    "office:counter_procedures": (302, 200, 200, 404, 302, 302),
    "office:counter_card": (302, 200, 200, 404, 302, 302),
    "office:counter_receipt": (302, 200, 404, 404, 302, 302),
    "office:password": STAFF,
    "office:second_factor": (302, 200, 200, 200, 302, 302),
    "office:enrolment": ANSWERED,  # for an officer halfway in, who is nobody yet
    "office:lost_device": ANSWERED,
    "office:security": STAFF,
    "office:authenticator": ANSWERED,  # the proof is asked for first, also of the officer
    "office:passkey": ANSWERED,
    "office:sessions": STAFF,
    "office:recoveries": (302, 404, 200, 200, 302, 302),
    "office:readiness": STAFF,
    "office:readiness_province": (302, 404, 404, 200, 302, 302),
    "office:test_sheet": STAFF,
    "office:support": STAFF,
    "office:ticket": HERE,
    "office:contacts": (302, 200, 200, 302, 302, 302),
    "office:contacts_province": (302, 404, 404, 200, 302, 302),
    "office:contact_template": (302, 200, 200, 404, 302, 302),
    "office:requests": (302, 200, 200, 302, 302, 302),
    "office:request": (302, 200, 404, 404, 302, 302),
    "office:request_figures": (302, 404, 404, 200, 302, 302),
    "office:opinions": STAFF,
    "office:opinion": (302, 404, 200, 200, 302, 302),  # Chi's agency was asked
    "office:opinion_file": (302, 404, 200, 200, 302, 302),
    "office:opinion_answer_file": (302, 200, 404, 200, 302, 302),
    "office:apologies": (302, 200, 200, 404, 302, 302),
    "office:apology": NOBODY_INSIDE,  # nothing was drafted; only a head would see it
    "office:apology_findings": (302, 404, 200, 200, 302, 302),  # Chi is the head of her own agency
    "office:apology_dossiers": (302, 404, 200, 200, 302, 302),
    "office:apology_sheet": (302, 404, 200, 200, 302, 302),
    "office:register": (302, 200, 200, 404, 302, 302),
    "office:register_sheet": (302, 200, 200, 404, 302, 302),
    "office:register_print": (302, 200, 200, 404, 302, 302),
    "office:staff": KEEPER,
    "office:officer": NOBODY_ELSEWHERE,
    "office:dossier": HERE,
    "office:receipt": HERE,
    "office:paper": HERE,
    "office:file": HERE,
    "office:reprint": (302, 200, 404, 404, 302, 302),
    "office:scans": COUNTER,
    "office:scan_part": (302, 200, 404, 404, 302, 302),
    "office:scan_pages": (302, 200, 404, 404, 302, 302),
    "office:digitising": (302, 200, 404, 404, 302, 302),
    "office:sheets": (302, 200, 404, 404, 302, 302),
    "office:training": NOT_HERE,
    "office:training_progress": NOT_HERE,
    "office:exercise": NOT_HERE,
    "office:outages_province": (302, 404, 404, 200, 302, 302),
    "office:outages_sheet": (302, 404, 404, 200, 302, 302),
    "office:trusted": (302, 200, 200, 200, 302, 302),
    "office:evening": COUNTER,
    "office:evening_things": COUNTER,
    "office:uncollected": STAFF,
    "office:handing": COUNTER,
    "office:handing_list": HERE,
    "office:handing_sheet": HERE,
    "office:slips": COUNTER,
    "office:slip_sheets": (302, 200, 404, 404, 302, 302),  # Chi's one-stop has no slips to print
    "office:slip_hamlet": (302, 200, 404, 404, 302, 302),
    "portal:home": EVERYBODY,
    "portal:search": EVERYBODY,
    "portal:suggest": EVERYBODY,
    "portal:life_event": EVERYBODY,
    "portal:fields": EVERYBODY,
    "portal:field": EVERYBODY,
    "portal:help": EVERYBODY,
    "portal:how_to": EVERYBODY,
    "portal:call_back": ANSWERED,  # without a place one is looked for first
    "portal:call_back_standing": EVERYBODY,
    "portal:ask": OWNER,
    "portal:help_other": ANSWERED,  # first one chooses the receiving place
    "portal:helping": (200, 302, 302, 302, 200, 302),
    "portal:consent": OWNER,  # An has asked to help a neighbour
    "portal:consent_paper": OWNER,
    "portal:consent_end": EVERYBODY,  # it names nobody, and ends nothing without the code
    "portal:procedure": EVERYBODY,
    "portal:guide": EVERYBODY,
    "portal:begin": EVERYBODY,
    "portal:lookup": EVERYBODY,
    "portal:contacts": EVERYBODY,
    "portal:verify": EVERYBODY,
    "portal:result": EVERYBODY,  # it names nobody
    "portal:place": EVERYBODY,
    "portal:poster": EVERYBODY,
    "portal:widget": EVERYBODY,
    "portal:mine": EVERYBODY,
    "portal:sessions": (200, 302, 302, 302, 200, 302),
    "portal:store": (200, 302, 302, 302, 200, 302),
    "portal:notices": (200, 302, 302, 302, 200, 302),
    "portal:dossier": EVERYBODY,  # to all but the owner it asks for the secret; see below
    "portal:sign_in": (302, 200, 200, 200, 302, 200),
    "portal:sign_in_code": ANSWERED,
    "portal:draft": OWNER_GOES_ON,
    "portal:section": OWNER,
    "portal:papers": OWNER,
    "portal:changed": OWNER_GOES_ON,  # its version is the one in force: there is nothing to show
    "portal:check": OWNER,
    "portal:receipt": OWNER,
    "portal:paper": OWNER,
    "portal:document": OWNER,
    "portal:supplement": OWNER,
    "portal:withdraw": OWNER,
    "simulated-calls": EVERYBODY,
    "simulated-messages": EVERYBODY,  # where simulators carry the messages only; never in production
}
POST: dict[str, tuple[int, ...]] = {
    "office:sign_out": ANSWERED,
    "office:unit": ANSWERED,
    "office:recovery_codes": ANSWERED,
    "office:factor_removal": ANSWERED,
    "office:session_ending": NOBODY_INSIDE,
    "office:session_endings": ANSWERED,
    "office:recovery_confirmation": (302, 404, 404, 200, 302, 302),
    "office:recovery_refusal": (302, 404, 404, 302, 302, 302),
    "office:newcomer": (302, 404, 422, 404, 302, 302),
    "office:outage": (302, 422, 422, 404, 302, 302),
    "office:outage_ending": (302, 422, 404, 404, 302, 302),
    "office:new_book": (302, 422, 422, 404, 302, 302),
    "office:leaf_loss": (302, 422, 404, 404, 302, 302),
    "office:leaf_find": (302, 422, 404, 404, 302, 302),
    "office:role": NOBODY_ELSEWHERE,
    "office:role_ending": NOBODY_ELSEWHERE,
    "office:one_time_password": NOBODY_ELSEWHERE,
    "office:counter_visit": (302, 200, 200, 404, 302, 302),  # nothing typed: the page is shown again
    "office:contact": (302, 422, 422, 404, 302, 302),
    "office:contact_confirmation": (302, 302, 404, 404, 302, 302),
    "office:contact_closure": (302, 422, 404, 404, 302, 302),
    "office:contact_closure_end": (302, 404, 404, 404, 302, 302),
    "office:contact_sheet": (302, 422, 422, 404, 302, 302),
    "office:contact_load": (302, 302, 302, 404, 302, 302),
    "office:work_contact": (302, 302, 404, 404, 302, 302),
    "office:request_holding": (302, 302, 404, 404, 302, 302),
    "office:request_try": (302, 302, 404, 404, 302, 302),
    "office:request_answer": (302, 422, 404, 404, 302, 302),
    "office:request_closure": (302, 422, 404, 404, 302, 302),
    "portal:ask_hide": OWNER_GOES_ON,
    "office:device_test": (302, 404, 404, 404, 302, 302),  # a form without a trial
    "office:ticket_closure": (302, 302, 404, 302, 302, 302),
    "office:reception": ACT,
    "office:refusal": ACT,
    "office:supplement": ACT,
    "office:other_paper": ACT,
    "office:other_paper_decision": ACT,
    "office:transfer": ACT,
    "office:assignment": ACT,
    "office:proposal": ACT,
    "office:approval": ACT,
    "office:send_back": ACT,
    "office:result": ACT,
    "office:handover": ACT,
    "office:papers_return": (302, 409, 404, 404, 302, 302),  # who oversees has no part in it
    "office:reopening": ACT,
    "office:stop": ACT,
    "office:withdrawal": ACT,
    "office:payment_request": ACT,
    "office:opinion_request": ACT,
    "office:opinion_recall": ACT,
    "office:opinion_answer": (302, 404, 422, 409, 302, 302),  # Chi's agency was asked; nothing is written
    "office:signing_request": ACT,
    "office:signature": ACT,
    "office:signing_recall": ACT,
    "office:payment": ACT,
    "office:payment_withdrawal": ACT,
    "office:refund": ACT,
    "office:suspension": ACT,
    "office:resumption": ACT,
    "office:apology_letter": ACT,
    "office:apology_dismissal": ACT,
    "office:scan_stack": (302, 422, 422, 404, 302, 302),  # no file is chosen
    "office:scan_binding": (302, 422, 404, 404, 302, 302),
    "office:scan_removal": (302, 422, 404, 404, 302, 302),
    "office:digitised": (302, 422, 404, 404, 302, 302),
    "office:exercise_beginning": NOT_HERE,
    "office:exercise_look": NOT_HERE,
    "office:trusted_new": (302, 422, 422, 404, 302, 302),
    "office:trusted_ending": (302, 422, 404, 404, 302, 302),  # no reason was given
    "office:evening_closing": (302, 422, 302, 404, 302, 302),  # Chi has nothing left over
    "office:together": (302, 404, 404, 404, 302, 302),  # a form without an act
    "office:handing_new": (302, 404, 404, 404, 302, 302),  # a form without a way
    "office:handing_answers": (302, 409, 404, 404, 302, 302),  # Bình gave it: another signs
    "office:slip_handover": (302, 422, 422, 404, 302, 302),  # nothing is ticked
    "office:slip_correction": (302, 302, 404, 404, 302, 302),  # nothing was handed over: nothing changes
    "portal:session_ending": (404, 302, 302, 302, 404, 302),  # it is Bảo's
    "portal:session_endings": ANSWERED,
    "portal:submit": (422, 404, 404, 404, 404, 404),
    "portal:discard": OWNER_GOES_ON,
    "portal:upload": OWNER_GOES_ON,
    "portal:piece": (400, 404, 404, 404, 404, 404),  # a form without a piece
    "portal:take_out": OWNER_GOES_ON,
    "portal:reuse": (422, 404, 404, 404, 404, 404),  # nothing was chosen
    "portal:supplement_upload": OWNER_GOES_ON,
    "portal:supplement_piece": (400, 404, 404, 404, 404, 404),
    "portal:supplement_take_out": OWNER_GOES_ON,
    "portal:sign_out": ANSWERED,
    "office:assist_code": NOBODY_INSIDE,
    "office:assist_draft": NOBODY_INSIDE,
    "portal:consent_begin": OWNER_GOES_ON,
    "portal:consent_code": (404, 404, 404, 404, 404, 404),  # the neighbour has agreed already
    "portal:helping_end": OWNER_GOES_ON,
    "portal:help_end": (404, 404, 404, 404, 404, 404),  # An filed it without help
}
STALE = "999"
MOMENT = datetime(2026, 9, 8, 2, 0, tzinfo=UTC)
"""When every test begins: a Tuesday at nine."""


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    """The cast, a further citizen and their things, built once: each test works on a savepoint, taken back after it."""
    with django_db_blocker.unblock(), clock.set_to(MOMENT), transaction.atomic():
        cast = make_cast(MOMENT)
        other = citizen("Hồ Thị Lan", "0987654321", at=MOMENT)
        yield cast, other, built(cast, MOMENT)
        transaction.set_rollback(True)


@pytest.fixture
def people(scene, db):
    """A browser for each, by name."""
    cast, other, _ = scene
    found = {
        "owner": cast.an,
        "there": cast.binh,
        "elsewhere": cast.chi,
        "oversight": cast.dung,
        "other": other,
    }
    clients = {name: Client() for name in WHO}
    for name, actor in found.items():
        clients[name].force_login(account_of(actor))
    return clients


@pytest.fixture
def things(scene, db):
    """What addresses name."""
    return dict(scene[2])


def built(cast, at):
    """A dossier of An's that waits for papers, one of them added but not sent, a draft, and all the rest."""
    dossier, done = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.binh, at=at)
    asked = [processing.Asked(4, "Giấy chứng sinh", REASON)]
    processing.ask_supplement(
        dossier_id=dossier.id, seen=fresh(dossier).version, items=asked, by=cast.binh, at=at
    )
    unsent = answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="moi.jpg", by=cast.an, at=at
    )
    draft = drafted(cast.an, at=at)
    with_app(cast.bao, at=at)
    book = make_book(size=10, by=cast.binh, at=at)
    outage = log_outage(said=Reported("line", at - timedelta(hours=1)), by=cast.binh, at=at)
    entry = counter_case(at)
    take_in(case=entry, by=cast.binh, at=at)
    papers = Item.objects.get(thing="papers").id
    agreement = agreed(cast.an, "Lô Thị Mai", "0966666666", at=at)
    return {
        "consent_id": agreement.id,
        "trusted_id": register(said=TRUSTED, by=cast.binh, at=at).id,
        "link": agreement.link,
        "book_id": book.id,
        "leaf_id": book.leaves.first().id,
        "outage_id": outage.id,
        "dossier_id": dossier.id,
        "document_id": Document.objects.filter(dossier=dossier, kind="component").first().id,
        "unsent": unsent.id,
        "draft_id": draft.id,
        "file_id": draft.files.first().id,
        "handover_id": hand_over(way="out", items=[papers], by=cast.binh, at=at),
        "opinion_id": opinion(dossier, cast, at),
        "result_id": issued(cast, at),
        "section": "child",
        "code": done.code,
        "request_id": waiting(at).id,
        "ticket_id": ask_support(text="Máy in ở quầy không chạy.", by=cast.binh, at=at).id,
        "account_id": cast.binh.id,
        "place_id": "MC-25-17989",
        "closure_id": dossier.id,  # there is no such closure
        "factor_id": Factor.objects.get(account_id=cast.bao.id).id,
        "sign_in_id": sessions_of(cast.bao, at),
        "recovery_id": ask_recovery(account_id=UUID(cast.bich.id), by=cast.bich, at=at).id,
        "entry_id": entry.id,
        "role_id": Role.objects.get(officer_id=cast.binh.id).id,
        "key": "supplement",
        "ordinal": 1,
        "slip_id": slip_of(cast.binh.unit, at),
        "part_id": loose_pages(cast.binh, at),
        "procedure": "1.001193",
        "life": "sinh-con",
        "field": "ho-tich",
        "kind": "taken-in",
    }


def opinion(dossier, cast, at):
    """What Chi's agency was asked, with a file to read; the same file stands for that of an answer."""
    paper = Document.objects.filter(dossier=dossier, kind="component").first()
    return Opinion.objects.create(
        id=uuid7(at),
        dossier=dossier,
        agency_id=cast.chi.unit,
        question="Trẻ có đăng ký thường trú tại xã không?",
        documents=[paper.id],
        asked_by=cast.bich.id,
        asked_at=at,
        due_at=at + timedelta(days=1),
        file=paper.file,
    ).id


def issued(cast, at):
    """A result of An's that anybody who holds it may ask about."""
    return Result.objects.get(dossier=at_stage(cast, "issued", at)).document_id


def sessions_of(actor: Any, at: datetime) -> UUID:
    """Sign somebody in; gives what the session's row is called."""
    arrival = Arrival(UUID(actor.id), "a-session-key", "Firefox", "203.0.113.7")
    note_session(arrival=arrival, by=actor, at=at)
    return SignIn.objects.get(session_key="a-session-key").id


def waiting(at):
    """Somebody who waits to be called back by Bình's one-stop."""
    wish = Wish("Lô Thị Hoa", "0912000333", "vi", "Khai sinh")
    return ask_call_back(place_id="MC-25-17989", wish=wish, asker=b"a", by=GUEST, at=at)


def addresses(patterns: Any = None, space: str = "") -> Iterator[tuple[str, list[str]]]:
    """Walk every pattern of the resolver: its full name, and the arguments it takes."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}", list(one.pattern.converters)
        elif isinstance(one, URLResolver):
            inner = f"{one.namespace}:" if one.namespace else space
            for name, taken in addresses(one.url_patterns, inner):
                yield name, [*one.pattern.converters, *taken]


def path_of(name: str, things: dict[str, Any]) -> str:
    taken = next(taken for known, taken in addresses() if known == name)
    given = {key: things.get(key) for key in taken}
    if name in (
        "portal:procedure",
        "portal:guide",
        "portal:begin",
        "portal:help_other",
        "office:counter_card",
        "office:assist_ask",
    ):
        given["code"] = things["procedure"]
    if name == "office:how_to":
        given["kind"] = "clerk"
    if name.startswith("office:exercise"):
        given["slug"] = "truc-tuyen"
    if name in ("portal:life_event", "portal:field"):
        given["slug"] = things["life" if name == "portal:life_event" else "field"]
    if name == "portal:supplement_take_out":
        given["document_id"] = things["unsent"]
    return reverse(name, kwargs=given)


def typed(name: str, path: str) -> dict[str, Any]:
    """What a form sends: complete, but about a version that nobody has seen."""
    if name == "office:assignment":
        return {"seen": STALE, "holder": "00000000-0000-7000-8000-000000000000"}
    return {"seen": STALE, **form(path.rstrip("/").rsplit("/", 1)[-1])}


def test_every_address_has_its_row_and_every_row_its_address():
    known = {name for name, _ in addresses()}
    assert known == set(GET) | set(POST)
    assert not set(GET) & set(POST)


@pytest.mark.parametrize("name", GET)
def test_a_page_opens_for_whom_it_is_and_for_nobody_else(people, things, name):
    path = path_of(name, things)
    given = tuple(people[who].get(path).status_code for who in WHO)
    assert dict(zip(WHO, given, strict=True)) == dict(zip(WHO, GET[name], strict=True))


@pytest.mark.parametrize("name", POST)
def test_a_form_is_taken_from_whom_it_is_and_from_nobody_else(people, things, name):
    path, before = path_of(name, things), state(things)
    given = {
        who: people[who].post(path, typed(name, path)).status_code for who in reversed(WHO) if who != "owner"
    }
    assert state(things) == before
    given["owner"] = people["owner"].post(path, typed(name, path)).status_code
    assert given == dict(zip(WHO, POST[name], strict=True))


@pytest.mark.parametrize("name", POST)
def test_a_form_is_no_page(people, things, name):
    allowed = {302, 404, 405}
    for who in WHO:
        assert people[who].get(path_of(name, things)).status_code in allowed, who


def test_a_foreign_code_and_an_unknown_code_are_answered_alike(people, things):
    path = path_of("portal:dossier", things)
    unknown = path.replace(things["code"][-3:], "999")
    for who in ("other", "guest", "there", "elsewhere", "oversight"):
        shown = people[who].get(path).content.decode()
        assert "Nguyễn Văn Hòa" not in shown
        assert REASON not in shown
        other = people[who].get(unknown).content.decode()
        assert plain(shown, things["code"]) == plain(other, unknown.split("/")[-2]), who
    assert REASON in people["owner"].get(path).content.decode()


def plain(page: str, code: str) -> str:
    """Take the code and the form's token out of a page."""
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page).replace(code, "")


def test_the_english_pages_are_guarded_alike(people, things):
    paths = {name: path_of(name, things) for name in ("portal:receipt", "portal:check", "office:dossier")}
    for name, path in paths.items():
        given = tuple(people[who].get(f"/en{path}").status_code for who in WHO)
        assert given == GET[name], name


def state(things: dict[str, Any]) -> list[Any]:
    """Give what no stranger may change."""
    dossier = Dossier.objects.filter(id=things["dossier_id"]).values_list("version", "stage", "status").get()
    draft = (
        Draft.objects.filter(id=things["draft_id"]).values_list("version", "discarded_at", "dossier_id").get()
    )
    documents = list(Document.objects.order_by("id").values_list("id", "taken_out_at", "sent_at"))
    return [dossier, draft, documents, Draft.objects.get(id=things["draft_id"]).files.count(), ITEM]
