"""Nghệ An's forms as they stand in the data, and answers that fill each of them well."""

from pathlib import Path

from motcua.catalogue.rules.forms import FormFacts, read_form
from motcua.catalogue.rules.forms.files import read_forms

PROVINCE = Path(__file__).resolve().parents[4] / "data" / "nghe-an"
BIRTH, SINGLE, MARRIAGE, COPIES = "1.001193", "1.004873", "1.000894", "2.000815"
BUSINESS, RECORD, HOUSE, ALLOWANCE = "1.001612", "3.000333", "1.013225", "1.001776"

Given = dict[str, str | list[str]]

ADDRESS = {"address.unit": "17989", "address.detail": "xóm 3"}
AN = {
    "name": "Nguyễn Thị An",
    "born": "5/9/1990",
    "sex": "female",
    "identity": "040190123456",
    "phone": "0912 345 678",
    "email": "an@vidu.vn",
    **ADDRESS,
}
BINH = {"name": "Lê Văn Bình", "born": "1988-02-01", "identity": "040088000111", **ADDRESS}
ORIGIN = {"ethnicity": "thai", "nationality": "vn"}
END: Given = {"return.way": "online", "notices.by": "sms", "notices.language": "vi"}


def within(section: str, answers: dict[str, str]) -> Given:
    """Name the answers of one section."""
    return {f"{section}.{key}": value for key, value in answers.items()}


GOOD: dict[str, Given] = {
    BIRTH: {
        **within("submitter", {**AN, "relation": "mother"}),
        **within("child", {"name": "Lê An Nhiên", "born": "20/8/2026", "sex": "female", **ORIGIN}),
        **within("child", {"place": "Bệnh viện Sản Nhi", "hometown": "xã Nam Đàn", "parents": "both"}),
        **within("mother", {**AN, **ORIGIN}),
        **within("father", {**BINH, **ORIGIN}),
        "copies.wanted": "yes",
        "copies.number": "2",
        **END,
    },
    SINGLE: {
        **within("submitter", {**AN, "for_whom": "self"}),
        **within("status", {**ORIGIN, "status": "single", "purpose": "loan", "again": "no"}),
        **END,
    },
    MARRIAGE: {
        "filer.side": "female",
        **within("female", {**AN, **ORIGIN, "before": "single", "times": "1"}),
        **within("male", {**BINH, **ORIGIN, "before": "divorced", "times": "2"}),
        **END,
    },
    COPIES: {
        **within("submitter", AN),
        **within("papers", {"list": "Bằng tốt nghiệp", "pages": "2", "copies": "3", "language": "vi"}),
        **END,
    },
    BUSINESS: {
        **within("submitter", {**AN, **ORIGIN}),
        **within("business", {"name": "Hộ kinh doanh An Nhiên", "lines": "Bán lẻ", "capital": "50.000.000"}),
        **within("business", {"place.unit": "17989", "place.detail": "xóm 3", "start": "1/10/2026"}),
        **within("business", {"workers": "0"}),
        "members.kind": "person",
        "tax.address_same": "yes",
        **END,
    },
    RECORD: {
        **within("submitter", {**AN, "for_whom": "self"}),
        **within("life", {"birthplace": "Vinh", **ORIGIN, "history": "2004 đến nay: Vinh, học và làm việc"}),
        **within("request", {"type": "1", "ban": "no", "purpose": "work", "copies": "1"}),
        **END,
    },
    HOUSE: {
        **within("submitter", AN),
        **within("land", {**ADDRESS, "plot": "125", "sheet": "14", "area": "180", "certificate": "AB 123"}),
        **within("house", {"grade": "4", "floors": "2", "floor_area": "90", "total_area": "170"}),
        **within("house", {"height": "7,5"}),
        **within("works", {"designer": "tự thiết kế", "start": "1/12/2026", "months": "8"}),
        "works.neighbours": "no",
        **END,
    },
    ALLOWANCE: {
        **within("submitter", {**AN, "for_whom": "self"}),
        **within("need", {"group": "disabled", "disability": "severe", "household": "poor"}),
        **within("need", {"receiving": "no", "living": "con gái"}),
        "need.request": ["monthly", "care"],
        **END,
    },
}


def form_files() -> dict[str, str]:
    """Return the texts of the form files by name."""
    return {path.name: path.read_text("utf-8") for path in (PROVINCE / "catalogue" / "forms").glob("*.json")}


def form(key: str) -> FormFacts:
    """Return a form of the province by its key."""
    forms, problems = read_forms(form_files())
    assert problems == []
    return read_form(next(one.definition for one in forms if one.key == key))
