"""Whether a phone serves several owners: the reason to ask kindly, once, whether somebody files for another."""

from datetime import datetime

from motcua.accounts.queries.trusted import is_trusted
from motcua.accounts.sealing import index_of
from motcua.catalogue.rules.forms import FormFacts, people
from motcua.directory.queries import run_out, threshold, unit_namer
from motcua.dossiers.models import Origin
from motcua.dossiers.queries.drafts import Answers
from motcua.kernel.worktime import ZONE


def asks_whose(form: FormFacts, answers: Answers, at: datetime) -> bool:
    """Tell whether the phone of these answers served several other owners lately, and no agreement explains it.

    Nothing of the others is told, and nothing depends on the answer. How many and how lately are dated rows.
    """
    on = at.astimezone(ZONE).date()
    named = people(form, answers, unit_name=unit_namer(on))
    phone = next((one.phone for one in named if "submitter" in one.roles and one.phone), "")
    least, since = threshold("shared_phone_owners", on), run_out("shared_phone_counted", at)
    if not phone or least is None or since is None:
        return False
    key = index_of(phone, "origin.phone")
    own = next((one.identity for one in named if "owner" in one.roles and one.identity), "")
    others = Origin.objects.filter(phone_key=key, submitted_at__gt=since)
    if own:
        others = others.exclude(applicant_key=index_of(own, "origin.applicant"))
    return others.values("applicant_key").distinct()[:least].count() >= least and not is_trusted(key, on)
