"""Verifying papers: who signed, whether it is trusted, whether anything was changed since.

Strict: a paper is sound only when its last signature covers the file to the last byte, and when between two
signatures nothing came but the later one. Validation data that another program appended behind the last signature
counts as a change. The library (30 MB) is loaded with the first paper that is verified.
"""

import re
from datetime import datetime
from itertools import islice

from motcua.kernel.large import large
from motcua.papers.rules.signatures import Outcome, Verdict
from motcua.papers.verifying.trust import Trust

MOST_BYTES = 20 * 1024 * 1024
MOST_REVISIONS = 16
MOST_ENTRIES = 60_000
_REVISION = re.compile(rb"startxref|/Prev\b")
_ENTRY = re.compile(rb"\d{10} \d{5} [nf]")


def verify_pdf(pdf: bytes, *, trust: Trust, at: datetime) -> Verdict:
    """Tell what the signatures of a PDF come to; whatever the bytes are, it answers and raises nothing.

    `at` is the moment of asking: what claims to be signed later is not trusted.
    """
    if len(pdf) > MOST_BYTES or _more(_REVISION, pdf, 2 * MOST_REVISIONS) or _more(_ENTRY, pdf, MOST_ENTRIES):
        return Verdict(Outcome.UNREADABLE)
    try:
        verdict: Verdict = large("motcua.papers.verifying.pades").verdict(pdf, trust, at)
    except Exception:
        return Verdict(Outcome.UNREADABLE)
    return verdict


def _more(sought: re.Pattern[bytes], pdf: bytes, most: int) -> bool:
    return next(islice(sought.finditer(pdf), most, None), None) is not None
