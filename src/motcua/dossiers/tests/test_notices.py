"""The five notices (filed, received, supplement, done, maybe late) go by the owner's choice of way and language."""

from datetime import timedelta

import pytest

from motcua.dossiers import notices
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import intake, processing, returning
from motcua.dossiers.operations.drafting import save
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.tests.factories import drafted, photo
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds
from motcua.messages.models import Message
from motcua.messages.queries import sent_in_thread
from motcua.messages.sealing import open_address, open_words

DAY = timedelta(days=1)
FIVE = ["dossier_submitted", "dossier_received", "dossier_near_due", "supplement_asked", "result_issued"]
WORDS = {
    "vi": ["nộp", "tiếp nhận", "có thể trễ", "bổ sung", "đã có kết quả"],
    "en": ["was filed", "was received", "may be late", "needs more papers", "has its result"],
}


def do(act, dossier, by, at, **more):
    seen = Dossier.objects.get(id=dossier.id).version
    act(dossier_id=dossier.id, seen=seen, by=by, at=at, **more)
    return Dossier.objects.get(id=dossier.id)


def lived(cast, at, **choice):
    """Give a dossier of An's to which all five things happened."""
    draft = drafted(cast.an, at=at)
    contact = {"submitter.email": "an@example.vn"} if choice.get("notices.by") == "mail" else {}
    draft = save(draft_id=draft.id, seen=draft.version, answers={**contact, **choice}, by=cast.an, at=at)
    made = intake.submit(draft_id=draft.id, seen=draft.version, by=cast.an, at=at)
    dossier = Dossier.objects.get(id=made.dossier_id)
    Dossier.objects.filter(id=dossier.id).update(limit_amount=5, limit_unit="working_day")
    dossier = do(processing.receive, dossier, cast.binh, at)
    near = dossier.due_at - DAY + timedelta(minutes=1)
    raise_alarms(at=near)
    do(processing.transfer, dossier, cast.binh, near)
    do(processing.propose, dossier, cast.bich, near)
    do(processing.approve, dossier, cast.bao, near)
    do(
        returning.issue,
        dossier,
        cast.bich,
        near + timedelta(minutes=1),
        paper=returning.ResultPaper(photo(), "kq.jpg", "1"),
    )
    do(returning.reopen, dossier, cast.bao, near + 2 * DAY, reason="Sai ngày sinh của trẻ trong kết quả.")
    do(processing.ask_supplement, dossier, cast.bich, near + 2 * DAY, items=[Asked(4, "Giấy", "Ảnh bị mờ.")])
    for event in Event.objects.filter(thread=dossier.id).order_by("id"):
        notices.tell_owner(Heard(event, read_back(kinds()[event.name], event.facts)))
    return dossier


def messages(dossier):
    found = {one.template: one for one in Message.objects.filter(thread=dossier.id)}
    assert set(FIVE) <= set(found)
    return [found[name] for name in FIVE]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("way", "address"), [("sms", "+84912345678"), ("mail", "an@example.vn")])
def test_all_five_go_the_way_and_in_the_language_that_the_owner_chose(cast, at, way, address, language):
    dossier = lived(cast, at, **{"notices.by": way, "notices.language": language})
    for message, words in zip(messages(dossier), WORDS[language], strict=True):
        assert message.channel == way
        assert open_address(message.id, bytes(message.address_sealed)) == address
        said = open_words(message.id, bytes(message.text_sealed))
        assert words.casefold() in f"{said.subject} {said.text}".casefold()


def test_all_five_stand_on_the_timeline_with_the_address_masked(cast, at):
    shown = sent_in_thread(lived(cast, at).id)
    assert set(FIVE) <= {one.template for one in shown}
    assert {one.address for one in shown} == {"091****678"}
