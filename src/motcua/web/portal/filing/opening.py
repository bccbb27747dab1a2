"""A draft as its pages need it: read once, with its procedure, form, steps and what is still wrong."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.models import Consent
from motcua.accounts.queries.consents import consent
from motcua.catalogue.queries import FormFacts, VersionFacts, form_of, version
from motcua.catalogue.rules.forms import Problem, Section, evaluate, visible_sections
from motcua.catalogue.rules.matching import Asked, asked_for
from motcua.directory.queries import agency_known, unit, units
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Draft
from motcua.dossiers.queries.drafts import Answers, answers_of, kept_files, own
from motcua.dossiers.queries.following import superseding
from motcua.dossiers.queries.helping import excused
from motcua.dossiers.rules.completeness import missing_files
from motcua.kernel.actors import Actor
from motcua.web.portal.papers import rank
from motcua.web.portal.people import filer, today
from motcua.web.shared.environment import lang
from motcua.web.shared.viewer import Viewed

PAPERS, CHECK = "giay-to", "kiem-tra"
AFTER_PAPERS = ("return", "notices")
"""Sections every form ends with; the papers come before them."""


@dataclass(frozen=True)
class Filing:
    """One's own draft, opened."""

    draft: Draft
    facts: VersionFacts
    form: FormFacts
    answers: Answers
    by: Actor
    on: date

    @property
    def outdated(self) -> bool:
        """Tell whether another version of the procedure is in force by now."""
        return superseding(self.draft, self.on) is not None

    @cached_property
    def helped(self) -> Consent | None:
        """Give the consent by which somebody is helped with this draft, if it is for somebody else."""
        return consent(self.draft.consent_id) if self.draft.consent_id else None

    @property
    def sections(self) -> list[Section]:
        """List the sections that show, given the answers."""
        return visible_sections(self.form, self.answers)

    @property
    def papers(self) -> list[Asked]:
        """List the papers that may be added in this case; those only shown at the counter are not uploaded."""
        listed = asked_for(self.form, self.facts.components, self.answers)
        return sorted((one for one in listed if one.kind != "presented"), key=rank)

    @cached_property
    def given(self) -> Counter[int]:
        """Count the files of each paper."""
        return Counter(kept_files(self.draft).values_list("component", flat=True))

    def problems(self, section: str | None = None) -> list[Problem]:
        """List what is wrong with the answers, all or on one page."""
        communes = {one.code for one in units(self.on, level="commune")}
        found = evaluate(self.form, self.answers, on=self.on, units=communes, section=section)
        return excused(found, self.answers, self.helped)

    def named_problem(self, problem: Problem) -> str:
        """Say what is wrong with the question's name before it, for summaries."""
        question = self.form.question(problem.field)
        said, label = _(problem.message), question.label(lang()) if question else ""
        return said if said.startswith(label) else f"{label}: {said}"

    def named_missing(self, given: Mapping[int, int]) -> list[tuple[str, str]]:
        """List the required papers without a file, each with its name."""
        names = {f"component-{one.seq}": one.name for one in self.papers}
        return [(field, f"{names.get(field, '')}: {_(said)}") for field, said in self.missing(given)]

    def missing(self, given: Mapping[int, int]) -> list[tuple[str, str]]:
        """List the required papers without a file."""
        return missing_files(self.papers, given)

    def steps(self) -> list[tuple[str, str, str]]:
        """List the steps: key, label, address."""
        labels = {PAPERS: _("Giấy tờ"), CHECK: _("Kiểm tra và nộp")}
        labels |= {one.key: one.title(lang()) for one in self.sections}
        return [(key, labels[key], self.address(key)) for key in self.keys()]

    def keys(self) -> list[str]:
        """List the steps by key: the questions, the papers, how the result and news come, the check."""
        asked = [one.key for one in self.sections]
        before = [key for key in asked if key not in AFTER_PAPERS]
        return [*before, PAPERS, *(key for key in asked if key in AFTER_PAPERS), CHECK]

    def lacking(self) -> set[str]:
        """Tell on which steps something is still missing or wrong."""
        found = {one.field.split(".", 1)[0] for one in self.problems()}
        return found | ({PAPERS} if self.missing(self.given) else set())

    def address(self, step: str) -> str:
        """Give the address of a step."""
        names = {PAPERS: "papers", CHECK: "check"}
        if step in names:
            return reverse(f"portal:{names[step]}", args=[self.draft.id])
        return reverse("portal:section", args=[self.draft.id, step])

    def after(self, step: str) -> str:
        """Give the address of the step that follows."""
        keys = self.keys()
        place = keys.index(step) if step in keys else 0
        return self.address(keys[min(place + 1, len(keys) - 1)])

    def before(self, step: str) -> str:
        """Give the address of the step before; the first leads to the procedure."""
        keys = self.keys()
        place = keys.index(step) if step in keys else 0
        return self.address(keys[place - 1]) if place else reverse("portal:procedure", args=[self.facts.code])


def opened(request: Viewed, draft_id: UUID) -> Filing:
    """Open one's own draft; for anybody else there is no such page."""
    by = filer(request, draft_id)
    try:
        draft = own(draft_id, by)
    except NotFound as error:
        raise Http404 from error
    facts = version(draft.version_id)
    return Filing(draft, facts, form_of(facts), answers_of(draft), by, today(request))


def frame(filing: Filing, step: str) -> dict[str, Any]:
    """Give what every page of the steps shows."""
    steps, lacking = filing.steps(), filing.lacking()
    here = next((place for place, one in enumerate(steps, 1) if one[0] == step), 1)
    place = agency_known(filing.draft.agency_id, filing.on)
    return {
        "filing": filing,
        "facts": filing.facts,
        "draft": filing.draft,
        "seen": filing.draft.version,
        "saved_at": filing.draft.saved_at if filing.draft.version > 1 else None,
        "steps": [(label, href, key not in lacking) for key, label, href in steps],
        "here": here,
        "back": filing.before(step),
        "receiver": place,
        "problems": [],
        "errors": {},
    }


def unit_name(on: date) -> Any:
    """Give the function that names a commune in an address."""

    def name(code: str) -> str:
        found = unit(code, on)
        return f"{found.full_name}, {_('tỉnh Nghệ An')}" if found else code

    return name
