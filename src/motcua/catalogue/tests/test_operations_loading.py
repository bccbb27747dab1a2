"""The catalogue is loaded whole or not at all; facts in use stay."""

import json
import shutil
from datetime import date

import pytest

from motcua.catalogue import queries
from motcua.catalogue.models import Channel, Component, Procedure, ProcedureVersion
from motcua.catalogue.operations.loading import apply
from motcua.catalogue.queries.planning import plan
from motcua.catalogue.tests.forms import BIRTH, PROVINCE
from motcua.directory import warm
from motcua.directory.models import DataVersion
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event

pytestmark = pytest.mark.django_db
NOW = date(2026, 9, 8)
PAPER = "1.001193,2025-07-01,4,* Giấy tờ phải nộp:,Giấy chứng sinh"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(PROVINCE, tmp_path / "nghe-an")
    return tmp_path / "nghe-an"


def swap(folder, name, old, new):
    path = folder / "catalogue" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def words(folder, in_use=lambda versions: ()):
    return [problem.words() for problem in plan(folder, in_use).problems]


def counts(wanted):
    return {one.table: (one.added, one.changed) for one in wanted.changes if one.added or one.changed}


def test_all_procedures_are_there_with_their_parts():
    assert Procedure.objects.count() == 2816
    newer = ProcedureVersion.objects.filter(valid_from=date(2025, 7, 1))
    assert newer.count() == 2781
    assert Component.objects.filter(version__in=newer).count() == 10826
    assert Channel.objects.filter(version__in=newer).count() == 5696


def test_loading_the_province_again_changes_nothing(folder, at):
    again = plan(folder)
    assert (again.idle, list(again.problems)) == (True, [])
    before = (DataVersion.objects.get(room="catalogue"), Event.objects.count())
    apply(plan=again, by=SYSTEM, at=at)
    assert (DataVersion.objects.get(room="catalogue"), Event.objects.count()) == before


def test_a_changed_fact_of_a_version_nobody_uses_is_written(folder, at):
    swap(folder, "components.csv", PAPER, PAPER.replace("chứng sinh", "chứng sinh của trẻ"))
    wanted = plan(folder)
    assert counts(wanted) == {"versions": (0, 1)}
    apply(plan=wanted, by=SYSTEM, at=at)
    names = [one.name for one in queries.version_in_force(BIRTH, NOW).components]
    assert any(name.startswith("Giấy chứng sinh của trẻ") for name in names)
    assert Event.objects.filter(name="catalogue.CatalogueLoaded").exists()
    assert plan(folder).idle


def test_a_changed_fact_of_a_version_in_use_is_refused(folder):
    used = queries.version_in_force(BIRTH, NOW).id
    swap(folder, "components.csv", PAPER, PAPER.replace("chứng sinh", "chứng sinh của trẻ"))
    (sentence,) = words(folder, lambda versions: {used} & set(versions))
    assert "Drafts or dossiers use the version of 1.001193 from 2025-07-01" in sentence


def test_a_version_in_use_may_end_and_another_follow(folder, at):
    used = queries.version_in_force(BIRTH, NOW).id
    path = folder / "catalogue" / "versions.csv"
    lines = path.read_text("utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith(f"{BIRTH},2025-07-01,,"))
    old = lines[place]
    lines[place] = old.replace("2025-07-01,,", "2025-07-01,2026-12-31,", 1)
    lines.insert(place + 1, old.replace("2025-07-01,,", "2027-01-01,,", 1))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    wanted = plan(folder, lambda versions: {used})
    assert (counts(wanted), list(wanted.problems)) == ({"versions": (1, 1)}, [])
    apply(plan=wanted, by=SYSTEM, at=at)
    assert queries.version_in_force(BIRTH, NOW).id == used
    assert queries.version_in_force(BIRTH, date(2027, 1, 1)).id != used


def form_file(folder, change):
    path = folder / "catalogue" / "forms" / f"{BIRTH}.json"
    content = json.loads(path.read_text("utf-8"))
    change(content["form"])
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def test_the_wording_of_a_form_in_use_may_improve_but_its_questions_stay(folder, at):
    form_file(folder, lambda form: form["title"].update(vi="Tờ khai khai sinh"))
    wanted = plan(folder, set)
    assert (counts(wanted), list(wanted.problems)) == ({"forms": (0, 1)}, [])
    apply(plan=wanted, by=SYSTEM, at=at)
    assert queries.form_of(queries.version_in_force(BIRTH, NOW)).title.vi == "Tờ khai khai sinh"
    form_file(folder, lambda form: form["sections"][1]["fields"].pop(5))
    assert "answer the form of 1.001193" in words(folder, set)[0]
    assert words(folder) == []


def test_a_load_is_seen_at_once(folder, at):
    assert queries.online_service("2.000884", None, NOW) is None
    with (folder / "catalogue" / "services.csv").open("a", encoding="utf-8") as file:
        file.write("2.000884,,partial,12/QĐ-UBND,0,2026-01-01,,decision,verified\n")
    apply(plan=plan(folder), by=SYSTEM, at=at)
    service = queries.online_service("2.000884", "UBND25-17989", NOW)
    assert (service.decision, service.is_estimate) == ("12/QĐ-UBND", False)
    assert queries.online_service("2.000884", None, date(2025, 12, 31)) is None
    warm.forget_all()


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("procedures.csv", "1.001193,Hai,,,,0,S1,v", "The same code is in line"),
        ("procedures.csv", "1.1,Hai,,,,0,S1,v", "is no national procedure code"),
        ("procedures.csv", "1.999999,Hai,,,,0,S1,v", "has no version"),
        ("fields.csv", "hoa,hoà".replace("hoà", "hoa\u0300"), "not in Unicode NFC"),
        ("channels.csv", "1.001193,2025-07-01,99,online,3,fortnight,,,,,S1", "is not one of"),
        ("channels.csv", "1.001193,2025-07-01,99,online,4000,day,,,,,S1", "is no time limit"),
        ("channels.csv", "1.001193,2025-07-01,99,online,3,,,,,,S1", "needs its unit"),
        ("channels.csv", "1.001193,2025-07-01,99,online,,,,9999999999,VND,,S1", "is more than"),
        (
            "components.csv",
            "1.001193,2024-01-01,1,,Tờ khai,0,required,original,1,0,,,,S1",
            "has no version from",
        ),
        ("components.csv", "1.001193,2025-07-01,99,,Tờ khai,0,burnt,original,1,0,,,,S1", "is not one of"),
        ("services.csv", "3.000333,,full,,1,2025-07-01,,s,v", "A vertical body handles"),
        ("services.csv", "1.012784,,full,,1,2024-01-01,,s,v", "does not exist on every day"),
        ("services.csv", "2.000884,,4,,1,2026-01-01,,s,v", "Levels 3 and 4 end"),
        ("services.csv", "2.000884,,full,,0,2026-01-01,,s,v", "it is an estimate"),
        ("services.csv", "2.000884,NOBODY,full,,1,2026-01-01,,s,v", "There is no agency NOBODY"),
        ("services.csv", "1.001193,,full,,1,2026-01-01,,s,v", "on the same day"),
        ("life_event_procedures.csv", "sinh-con,99,9.999999", "There is no procedure 9.999999"),
    ],
)
def test_bad_lines_are_refused_by_file_line_and_reason(folder, name, line, reason):
    with (folder / "catalogue" / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    found = words(folder)
    assert any(reason in sentence and sentence.startswith(f"catalogue/{name}") for sentence in found), found


def test_a_line_that_vanishes_is_refused_but_a_life_event_may_go(folder, at):
    swap(folder, "life_event_procedures.csv", "sinh-con,10,1.001193\n", "")
    wanted = plan(folder)
    assert counts(wanted) == {"life_event_procedures": (0, 1)}
    apply(plan=wanted, by=SYSTEM, at=at)
    assert BIRTH not in {one.code for one in queries.procedures_of_life_event("sinh-con", NOW)}
    path = folder / "catalogue" / "services.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    assert "is missing now" in words(folder)[0]


def test_a_plan_with_problems_is_not_applied(folder, at):
    (folder / "catalogue" / "fields.csv").unlink()
    broken = plan(folder)
    assert "The file is missing." in broken.problems[0].words()
    with pytest.raises(ValueError):
        apply(plan=broken, by=SYSTEM, at=at)


def test_a_folder_without_a_catalogue_is_a_problem(tmp_path):
    assert words(tmp_path) == ["catalogue: There is no such folder."]
