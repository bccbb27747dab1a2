"""Acts and circumstances: does a title name what the query means, and nothing it does not mean?

A query that names no act means the plain one: to get, to register. So a title about renewing, replacing or
ending fits it less; so does one about foreigners, firms or mobile offices when the query names none.
"""

PLAIN = "first"
QUALIFIERS = frozenset({"foreign", "mobile", "firm"})
MET = 1.05
ACT_MISSED, ACT_UNASKED = 0.8, 0.86
QUALIFIER_MISSED, QUALIFIER_UNASKED = 0.93, 0.87


def agreement(asked: frozenset[str], has: frozenset[str]) -> float:
    """Return the factor by which what is asked and what a title names agree."""
    if not (asked or has):
        return 1.0
    acts_asked, acts = asked - QUALIFIERS, has - QUALIFIERS
    factor = 1.0
    if acts_asked & acts:
        factor *= MET
    elif acts_asked:
        factor *= ACT_MISSED
    if PLAIN not in has:
        factor *= ACT_UNASKED ** min(2, len(acts - acts_asked))
    factor *= MET ** len(asked & has & QUALIFIERS)
    factor *= QUALIFIER_MISSED ** len((asked - has) & QUALIFIERS)
    return float(factor * QUALIFIER_UNASKED ** len((has - asked) & QUALIFIERS))
