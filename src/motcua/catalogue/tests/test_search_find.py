"""Search over the province's real catalogue, as loaded."""

from datetime import date

import pytest

from motcua.catalogue import search
from motcua.catalogue.models import LexiconSheet
from motcua.catalogue.operations import loading_lexicon
from motcua.catalogue.queries import lexicon_planning
from motcua.catalogue.search.lexicon import COLUMNS
from motcua.kernel.actors import SYSTEM

pytestmark = pytest.mark.django_db
TODAY, THEN = date(2026, 11, 1), date(2021, 9, 1)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("mới sinh con cần giấy tờ gì", "1.001193"),
        ("bố mất làm giấy gì", "1.000656"),
        ("lấy chồng nước ngoài", "2.000806"),
        ("xây nhà cấp 4 có phải xin phép không", "1.013225"),
        ("mở quán ăn", "1.001612"),
        ("mất sổ đỏ", "1.012786"),
        ("cccd", "1.014061"),
        ("lam ho chieu", "1.001456"),
        ("lltp so 2", "3.000333"),
        ("mần giấy khai sinh cho con ở mô", "1.001193"),
        ("hộ khẩu nhập cho vợ", "1.004222"),
    ],
)
def test_life_is_understood(words, code):
    assert search.find(words, TODAY, 5)[0].code == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("đính chính giấy chứng nhận quyền sử dụng đất", "1.012790"),
        ("dinh chinh giay chung nhan quyen su dung dat", "1.012790"),
    ],
)
def test_a_short_name_is_found_though_the_words_said_have_a_long_one_in_law(words, code):
    assert search.find(words, TODAY, 5)[0].code == code


def test_on_a_day_of_2021_the_procedures_of_2021_answer_under_their_names():
    hit = search.find("làm sổ đỏ lần đầu", THEN, 5)[0]
    assert (hit.code, hit.name) == ("1.003003", "Đăng ký và cấp Giấy chứng nhận quyền sử dụng đất lần đầu")


def test_before_any_version_nothing_is_found():
    assert search.find("khai sinh", date(1990, 1, 1)) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("đăng ký kết h", "1.000894"),
        ("dang ky ket", "1.000894"),
        ("lam can", "1.014061"),
        ("ho ch", "1.001456"),
    ],
)
def test_suggestions_while_typing(typed, code):
    assert code in {hit.code for hit in search.suggest(typed, TODAY)}


def test_words_loaded_anew_are_understood_at_once(tmp_path, at):
    folder = tmp_path / "search"
    folder.mkdir()
    for name in COLUMNS:
        body = LexiconSheet.objects.get(name=name).body
        added = '1.000656,"vắng bóng bầu trời"\n' if name == "everyday" else ""
        (folder / f"{name}.csv").write_text(body + added, encoding="utf-8")
    assert "1.000656" not in _codes("vắng bóng bầu trời")
    plan = lexicon_planning.plan(tmp_path)
    assert (plan.problems, plan.added, plan.changed) == ((), 0, 1)
    loading_lexicon.apply(plan=plan, by=SYSTEM, at=at)
    assert _codes("vắng bóng bầu trời")[0] == "1.000656"
    assert lexicon_planning.plan(tmp_path).idle


def test_a_folder_with_bad_words_is_refused(tmp_path, at):
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "fillers.csv").write_text("phrase,weight\nlà,heavy\n", encoding="utf-8")
    plan = lexicon_planning.plan(tmp_path)
    assert "unknown weight" in " ".join(problem.sentence for problem in plan.problems)
    with pytest.raises(ValueError, match="problems"):
        loading_lexicon.apply(plan=plan, by=SYSTEM, at=at)


def _codes(words):
    return [hit.code for hit in search.find(words, TODAY)]
