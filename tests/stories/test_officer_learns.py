"""An officer learns on a training ground: begins an exercise, does it on the real pages, is told when it is right."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import COMMUNE
from motcua.accounts.tests.factories import account_of, officer
from motcua.custody.models import Item, Line
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import photo
from motcua.gateways import clock
from motcua.ledger.models import Event
from motcua.papers.tests.test_typesetting import text_of
from motcua.training.errors import NotEmpty
from motcua.training.models import Ground, Practice
from motcua.training.operations.ground import mark_ground
from motcua.training.queries.practices import learners
from motcua.training.rules.exercises import EXERCISES
from tests.stories.citizen import Fields

TRAINING = "/office/training/"
MARK = 'class="training-mark"'
WHY = "Ảnh mờ, không đọc được số giấy. Xin chụp lại cho rõ."


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def ground(db, at, settings):
    """A training ground, marked before anybody works there."""
    settings.TRAINING = True
    Ground.objects.create(id=1, made_at=at)


class Learner:
    """Somebody who learns: follows an exercise on the pages it names."""

    def __init__(self, actor):
        self.actor, self.client = actor, Client()
        self.client.force_login(account_of(actor))

    def get(self, path, status=200):
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code)
        return answer.content.decode()

    def post(self, path, data=None, status=302):
        answer = self.client.post(path, data or {})
        assert answer.status_code == status, (
            path,
            answer.status_code,
            re.findall(r'class="error[^>]*>[^<]*(?:<[^>]*>)*[^<]*', answer.content.decode()),
        )
        return answer

    def begin(self, slug):
        self.post(f"{TRAINING}{slug}/beginnings/")
        return Practice.objects.filter(exercise=slug).latest("id")

    def look(self, slug, *, right):
        return self.post(f"{TRAINING}{slug}/looks/", status=302 if right else 422).content.decode()

    def act(self, dossier_id, noun, **data):
        seen = Dossier.objects.get(id=dossier_id).version
        return self.post(f"/office/dossiers/{dossier_id}/{noun}/", {"seen": seen, **data})

    def counter(self, practice, **data):
        hidden = Fields(self.get("/office/counter/")).hidden
        who = {f"owner.{name}": practice.said[name] for name in ("number", "name", "address")}
        form = {
            **hidden,
            **who,
            "procedure": "1.001193",
            "originals-7": "1",
            "channel": "direct",
            "return_way": "counter",
            **data,
        }
        return self.post("/office/counter/visits/", form, status=200 if data.get("do") == "guide" else 302)


def first(page, name):
    """Give the value of the first field of that name."""
    return re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)[1]


# How each exercise is done, as its steps say; `it` is the learner, `one` the try.


def _counter(it, one):
    it.counter(one, do="receive", reason="no_phone")


def _post(it, one):
    it.counter(one, do="receive", channel="post", return_way="post")


def _guide(it, one):
    it.counter(one, do="guide", note="Tờ khai chưa ký, xin ký rồi mang lại.", **{"originals-7": ""})


def _each(noun, **data):
    def done(it, one):
        for dossier_id in one.dossiers:
            it.act(dossier_id, noun, **data)

    return done


def _ask(it, one):
    page = it.get(f"/office/dossiers/{one.dossiers[0]}/")
    seq = first(page, "component")
    it.act(one.dossiers[0], "supplements", component=seq, **{f"reason-{seq}": WHY})


def _list(way):
    def done(it, one):
        thing = "papers" if way == "out" else "result"
        items = Item.objects.filter(dossier_id__in=one.dossiers, thing=thing)
        it.post("/office/papers/lists/", {"way": way, "item": [str(each.id) for each in items]})

    return done


def _late(it, one):
    today = {"day": "8", "month": "9", "year": "2026"}
    moments = {
        f"{name}.{part}": value
        for name in ("began", "ended")
        for part, value in {**today, "time": one.said[name]}.items()
    }
    it.post("/office/offline/outages/", {"what": "line", "over": "yes", "handwritten": "1", **moments})
    leaf = re.search(r"leaves/([0-9a-f-]{36})/", it.get(_book(it)))[1]
    received = {
        f"received_at.{part}": value for part, value in {**today, "time": one.said["written"]}.items()
    }
    page = it.get(f"/office/counter/?leaf={leaf}")
    outage = re.search(r'<option value="([0-9a-f-]{36})"', page)[1]
    it.counter(one, do="receive", leaf=leaf, outage=outage, **received)


def _book(it):
    return re.search(r'href="(/office/offline/books/[^"]+)"', it.get("/office/offline/"))[1]


def _evening(it, one):
    items = Item.objects.filter(place="one_stop", agency_id=COMMUNE)
    it.post(
        "/office/evening/closings/",
        {f"reason-{each.id}": "Sáng mai giao, chuyên viên đi họp." for each in items},
    )


def _sign(said, reason=""):
    def done(it, one):
        lines = Line.objects.filter(item__dossier_id__in=one.dossiers, outcome="")
        for made in {line.handover_id for line in lines}:
            ours = [line for line in lines if line.handover_id == made]
            data = {f"said-{line.id}": said for line in ours} | {f"reason-{line.id}": reason for line in ours}
            it.post(f"/office/papers/lists/{made}/answers/", data)

    return done


def _together(what):
    def done(it, one):
        marks = [f"{key}:{Dossier.objects.get(id=key).version}" for key in one.dossiers]
        it.post("/office/together/", {"do": what, "dossier": marks})

    return done


def _assign(it, one):
    page = it.get(f"/office/dossiers/{one.dossiers[0]}/")
    choices = page.split(f'action="/office/dossiers/{one.dossiers[0]}/assignments/"')[1]
    it.act(one.dossiers[0], "assignments", holder=re.search(r'<option value="([0-9a-f-]{36})"', choices)[1])


def _issue(it, one):
    file = SimpleUploadedFile("kq.jpg", photo().read(), "image/jpeg")
    it.act(one.dossiers[0], "results", number="125/GKS", file=file)


def _newcomer(it, one):
    said = {"name": one.said["name"], "username": one.said["username"], "role": "reception"}
    today = {"since.day": "8", "since.month": "9", "since.year": "2026"}
    it.post("/office/staff/officers/", {**said, **today}, status=200)


def _password(it, one):
    reception = re.search(
        r'href="(/office/staff/[0-9a-f-]{36}/)"[^>]*>Lê Văn Bình', it.get("/office/staff/")
    )[1]
    it.post(f"{reception}passwords/", status=200)


def _contact(it, one):
    page = it.get("/office/contacts/")
    place = re.search(r'action="/office/contacts/([^/"]+)/"', page)[1]
    said = {f"{place}.phone": "0238 3123 456", f"{place}.email": "motcua@example.vn"}
    it.post(f"/office/contacts/{place}/", {"seen": first(page, "seen"), **said})


def _support(it, one):
    it.post("/office/support/", {"text": "Máy quét không nhận giấy từ sáng nay, xin hướng dẫn."})


def _colleague(it, one):
    """Give the page of the officer whom the exercise has invented."""
    pattern = rf'href="(/office/staff/[0-9a-f-]{{36}}/)"[^>]*>{one.said["name"]}'
    return re.search(pattern, it.get("/office/staff/"))[1]


def _cover(it, one):
    days = {"since.day": "8", "since.month": "9", "since.year": "2026"}
    until = {"until.day": "15", "until.month": "9", "until.year": "2026"}
    it.post(f"{_colleague(it, one)}roles/", {"role": "reception", **days, **until})


def _leave(it, one):
    page = it.get(_colleague(it, one))
    action = re.search(r'action="([^"]+/roles/(\d+)/endings/)"', page)
    day = {
        f"until-{action[2]}.{part}": value for part, value in (("day", "7"), ("month", "9"), ("year", "2026"))
    }
    it.post(action[1], day)


def _confirm_contact(it, one):
    _contact(it, one)
    page = it.get("/office/contacts/")
    path = re.search(r'action="(/office/contacts/[^"]+/confirmations/)"', page)[1]
    it.post(path, {"seen": first(page, "seen")})


def _duty(it, one):
    page = it.get("/office/contacts/")
    place = re.search(r'action="/office/contacts/([^/"]+)/"', page)[1]
    people = re.findall(r'<option value="([0-9a-f-]{36})"', page)
    said = {f"{place}.phone": "0238 3123 456", f"{place}.on_duty": people[0], f"{place}.stand_in": people[1]}
    it.post(f"/office/contacts/{place}/", {"seen": first(page, "seen"), **said})


def _closure(it, one):
    page = it.get("/office/contacts/")
    path, place = re.search(r'action="(/office/contacts/([^/"]+)/closures/)"', page).groups()
    days = {f"{place}.{end}.{part}": value for end in ("first", "last") for part, value in TOMORROW.items()}
    it.post(path, {**days, f"{place}.reason": "Cúp điện theo lịch của điện lực."})


def _no_closure(it, one):
    _closure(it, one)
    it.post(re.search(r'action="(/office/contacts/[^"]+/end/)"', it.get("/office/contacts/"))[1])


def _work_contact(it, one):
    page = it.get("/office/contacts/")
    line = page.split(one.said["name"], 1)[1]
    path, key = re.search(r'action="(/office/contacts/officers/([0-9a-f-]{36})/)"', line).groups()
    it.post(path, {f"{key}.work_phone": "0238 3123 457", f"{key}.work_email": ""})


TOMORROW = {"day": "9", "month": "9", "year": "2026"}
DONE = {
    "quay": _counter,
    "buu-chinh": _post,
    "thieu-giay-to": _guide,
    "truc-tuyen": _each("receptions"),
    "bo-sung": _ask,
    "tu-choi": _each("refusals", **{"refuse-reason": "Thủ tục này do xã nơi thường trú giải quyết."}),
    "ban-giao": _list("out"),
    "tra-ket-qua": _each("handovers", taker="owner", shown="identity"),
    "mat-ket-noi": _late,
    "cuoi-ngay": _evening,
    "ky-nhan": _sign("accepted"),
    "khong-nhan": _sign("refused", "Thiếu bản chính tờ khai, xin kiểm lại."),
    "phan-cong": _assign,
    "bo-sung-khi-thu-ly": _ask,
    "giay-to-ngoai-danh-muc": _each(
        "other-papers",
        **{
            "other-title": "Văn bản ủy quyền",
            "other-law": "Điều 2 Thông tư số 04/2020/TT-BTP",
            "other-reason": "Người nộp không phải cha, mẹ của trẻ.",
        },
    ),
    "trinh": _each("proposals"),
    "trinh-nhieu": _together("propose"),
    "ban-hanh": _issue,
    "giao-ket-qua": _list("back"),
    "chuyen-dong-nghiep": _assign,
    "phe-duyet": _each("approvals"),
    "tra-lai": _each("returns-to-sender", **{"send_back-reason": "Dự thảo chưa nêu căn cứ, xin bổ sung."}),
    "phe-duyet-nhieu": _together("approve"),
    "giay-to-ngoai-danh-muc-duyet": _each(
        "other-papers/decisions",
        answer="decline",
        **{"other_paper-reason": "Danh mục đã đủ, không có căn cứ để yêu cầu thêm."},
    ),
    "dung": _each("stops", **{"stop-reason": "Đã đăng ký tại nơi khác; Điều 16 Luật Hộ tịch."}),
    "thu-hoi": _each("reopenings", **{"reopen-reason": "Ghi sai năm sinh của trẻ, cần cấp lại."}),
    "them-can-bo": _newcomer,
    "dat-lai-mat-khau": _password,
    "lien-he": _contact,
    "goi-ho-tro": _support,
    "nhan-thay": _cover,
    "thoi-nhiem-vu": _leave,
    "xac-nhan-lien-he": _confirm_contact,
    "nguoi-truc": _duty,
    "nghi-dot-xuat": _closure,
    "bo-ngay-nghi": _no_closure,
    "lien-he-can-bo": _work_contact,
}
WHO = {"reception": "binh", "specialist": "bich", "head": "bao", "admin": "quy"}
CASES = [(role, one.slug) for role, ours in EXERCISES.items() for one in ours if role != "approver"]
NAMES = [f"{role}-{slug}" for role, slug in CASES]


@pytest.mark.parametrize(("role", "slug"), CASES, ids=NAMES)
def test_each_exercise_turns_green_when_it_is_done_and_not_before(cast, ground, at, role, slug):
    if role == "admin":
        cast.quy = officer("quy", "Đinh Thị Quý", COMMUNE, ["admin"], since=at.date(), at=at)
    learner = Learner(getattr(cast, WHO[role]))
    assert "Bắt đầu" in learner.get(f"{TRAINING}{slug}/")
    practice = learner.begin(slug)
    page = learner.get(f"{TRAINING}{slug}/")
    assert "{" not in page.split("<main", 1)[1]
    assert all(code in page for code in practice.said["codes"])
    told = learner.look(slug, right=False).split("<main", 1)[1]
    assert "Chưa xong" in told
    assert "{" not in told
    with clock.set_to(at + timedelta(minutes=3)):
        DONE[slug](learner, practice)
        learner.look(slug, right=True)
        assert "Làm đúng rồi" in learner.get(f"{TRAINING}{slug}/")
    assert Event.objects.get(name="training.ExerciseDone").facts["minutes"] == 3


@pytest.mark.parametrize("slug", [one.slug for one in EXERCISES["approver"]])
def test_who_only_approves_can_do_every_exercise_of_theirs(cast, ground, at, slug):
    approves = officer("duyet", "Lữ Thị Duyệt", COMMUNE, ["approver"], since=at.date(), at=at)
    learner = Learner(approves)
    practice = learner.begin(slug)
    DONE[slug](learner, practice)
    learner.look(slug, right=True)


def test_somebody_else_at_the_counter_does_not_count(cast, ground):
    learner = Learner(cast.binh)
    practice = learner.begin("quay")
    learner.counter(practice, do="receive", reason="no_phone", **{"owner.name": "Người Khác"})
    assert "mang đúng họ tên này" in learner.look("quay", right=False)


def test_what_a_colleague_did_does_not_count(cast, ground):
    learner, colleague = Learner(cast.binh), Learner(cast.bao)
    practice = learner.begin("truc-tuyen")
    colleague.act(practice.dossiers[0], "receptions")
    assert practice.said["codes"][0] in learner.look("truc-tuyen", right=False)


def test_the_list_counts_and_the_head_and_the_office_see_who_has_done_what(cast, ground):
    learner = Learner(cast.binh)
    DONE["tu-choi"](learner, learner.begin("tu-choi"))
    learner.look("tu-choi", right=True)
    assert "Đã xong 1 trên 10 bài" in learner.get(TRAINING)
    learner.get(f"{TRAINING}progress/", 404)
    for who in (cast.bao, cast.dung):
        page = Learner(who).get(f"{TRAINING}progress/")
        assert "Lê Văn Bình" in page
        assert "Từ chối tiếp nhận, nêu rõ lý do" in page
    assert "Lê Văn Bình" not in Learner(cast.chi).get(f"{TRAINING}progress/")
    assert learners(cast.binh) == learners(cast.an) == []


def test_an_exercise_of_another_role_is_not_there(cast, ground):
    learner = Learner(cast.binh)
    learner.get(f"{TRAINING}phe-duyet/", 404)
    learner.post(f"{TRAINING}phe-duyet/beginnings/", status=404)
    learner.post(f"{TRAINING}tu-choi/looks/", status=404)
    learner.get(f"{TRAINING}nonsense/", 404)


def test_where_the_mark_or_the_setting_is_missing_there_are_no_exercises(cast, at, settings):
    learner = Learner(cast.binh)
    learner.get(TRAINING, 404)
    settings.TRAINING = True
    learner.get(TRAINING, 404)
    learner.post(f"{TRAINING}tu-choi/beginnings/", status=404)
    assert not Dossier.objects.exists()


def test_a_database_in_which_somebody_works_does_not_become_a_training_ground(cast, at):
    with pytest.raises(NotEmpty):
        mark_ground(by=cast.dung, at=at)
    assert not Ground.objects.exists()


def test_pages_receipts_and_papers_say_that_they_are_for_training(cast, ground):
    learner = Learner(cast.binh)
    practice = learner.begin("bo-sung")
    assert MARK in learner.get("/office/")
    assert "Không có gì ở đây là thật" in learner.get("/office/")
    assert MARK in Client().get("/").content.decode()
    assert MARK in Client().get("/khong-co-trang-nay/").content.decode()
    _ask(learner, practice)
    page = learner.get(f"/office/dossiers/{practice.dossiers[0]}/")
    [paper] = re.findall(r'href="(/office/dossiers/[^"]+/papers/supplement/1/)"', page)
    assert "BẢN TẬP HUẤN" in text_of(learner.client.get(paper).content)
    done = learner.begin("tra-ket-qua")
    assert MARK in learner.get(f"/office/dossiers/{done.dossiers[0]}/receipt/")
