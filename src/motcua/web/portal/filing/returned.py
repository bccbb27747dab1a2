"""Why dossiers like this one came back: which points a person does well to look at once more before filing."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers.queries.returned import Returns, returns
from motcua.kernel.worktime import amount_words
from motcua.web.portal.filing.opening import Filing
from motcua.web.shared.environment import lang


@dataclass(frozen=True, slots=True)
class Lessons:
    """What came back lately, and the papers of this case among it, most frequent first: number, name, how many."""

    returns: Returns
    papers: tuple[tuple[int, str, int], ...]

    @property
    def within(self) -> str:
        """Give the time looked at in words."""
        return amount_words(self.returns.within.amount, self.returns.within.unit, lang())

    @property
    def hints(self) -> dict[int, str]:
        """Give a sentence for each paper, by its number."""
        return {seq: self.told(count) for seq, _name, count in self.papers}

    def told(self, count: int) -> str:
        """Say how many of the dossiers came back for one paper."""
        told = _("%(count)s trong %(filed)s hồ sơ gần đây phải bổ sung giấy này.")
        return told % {"count": count, "filed": self.returns.filed}


def lessons(filing: Filing, at: datetime) -> Lessons | None:
    """Give what came back here lately; None when nothing did, or too little to be told."""
    found = returns(filing.draft.procedure, filing.draft.agency_id, at=at)
    if found is None:
        return None
    asked = ((one.seq, one.name, found.papers[one.name]) for one in filing.papers if one.name in found.papers)
    papers = tuple(sorted(asked, key=lambda paper: -paper[2]))
    return Lessons(found, papers) if papers or found.others or found.refused else None
