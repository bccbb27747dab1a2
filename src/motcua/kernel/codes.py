"""Codes of procedures, agencies and dossiers: their forms, old and new, and one spelling of each."""

import re
from datetime import date

_PROCEDURE = re.compile(r"([1-9]\.[0-9]{6})(?:\.(?:000\.00\.[0-9]{2}\.)?[A-Z][0-9]{2})?")
_AGENCY_NEW = re.compile(r"[A-Z][0-9]{2}(?:\.[0-9A-Z]{2,8})*")
_AGENCY_OLD = re.compile(r"([0-9]{3})\.([0-9]{2})\.([0-9]{2})\.([A-Z][0-9]{2})")
_DOSSIER = re.compile(
    r"(?:[A-Z][0-9]{2}(?:\.[0-9A-Z]{2,8})*|[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})"
    r"-([0-9]{6}|[0-9]{8})-([0-9]{4,7})"
)
_DOSSIER_FORM = re.compile(r"(yy|yyyy)MMdd-([4-7])")


def procedure_code(code: str) -> str | None:
    """Return the national code (`1.012790`) of a procedure code, localised or not; None when malformed."""
    found = _PROCEDURE.fullmatch(_plain(code))
    return found.group(1) if found else None


def agency_code(code: str) -> str | None:
    """Return an agency identifier in the style of Decision 20/2020 (`H41.12.05`); None when malformed.

    The style of Circular 10/2016 (`000.05.12.H41`) is read from right to left.
    """
    code = _plain(code)
    old = _AGENCY_OLD.fullmatch(code)
    if old is None:
        return code if len(code) <= 35 and _AGENCY_NEW.fullmatch(code) else None
    levels = [old.group(place) for place in (4, 3, 2, 1)]
    while levels[-1].strip("0") == "":
        levels.pop()
    return None if any(level.strip("0") == "" for level in levels) else ".".join(levels)


def dossier_code_form_valid(form: str) -> bool:
    """Tell whether a text says how dossier codes are written: `yyMMdd-4`, or `yyyyMMdd-7`."""
    return _DOSSIER_FORM.fullmatch(form) is not None


def dossier_code_format(prefix: str, day: date, ordinal: int, form: str) -> str:
    """Return a dossier code: agency, local day, ordinal of that day at that agency (domain 1.6).

    `H41.12-211010-0001` in the form `yyMMdd-4`, `H41.12-20260609-0000001` in `yyyyMMdd-7`. The ordinal widens
    past its digits and never wraps. Raises ValueError for an ordinal below 1, a prefix that is no agency code,
    or a form that is none.
    """
    read = _DOSSIER_FORM.fullmatch(form)
    if read is None:
        raise ValueError(f"{form!r} is no form of dossier codes")
    year = f"{day:%Y}"[-len(read.group(1)) :]
    code = f"{prefix}-{year}{day:%m%d}-{ordinal:0{read.group(2)}d}"
    if ordinal < 1 or not dossier_code_valid(code):
        raise ValueError(f"no dossier code can be made of {prefix!r} and {ordinal}")
    return code


def dossier_code_valid(code: str) -> bool:
    """Tell whether a text is a dossier code of either regime, spelled canonically."""
    found = _DOSSIER.fullmatch(code)
    return found is not None and int(found.group(2)) > 0 and _is_day(found.group(1))


def dossier_code_normal(typed: str) -> str | None:
    """Return the dossier code a person typed (spaces, case, long dashes); None when it is none."""
    code = _plain(typed)
    return code if dossier_code_valid(code) else None


def _plain(typed: str) -> str:
    return re.sub(r"[‐-―−]", "-", "".join(typed.split())).upper()


def _is_day(digits: str) -> bool:
    full = digits if len(digits) == 8 else f"20{digits}"
    try:
        date(int(full[:4]), int(full[4:6]), int(full[6:]))
    except ValueError:
        return False
    return True
