"""What is chosen or filled in beforehand, on the page only: nothing of it counts before the person sends it."""

from motcua.accounts.models import Consent
from motcua.accounts.queries import notices_wish, own_contact, party, party_contact, party_number
from motcua.catalogue.rules.forms import Section, likely_answers
from motcua.dossiers.queries.drafts import Answers
from motcua.kernel.actors import Actor
from motcua.web.portal.filing.opening import Filing
from motcua.web.shared.environment import lang


def likely(filing: Filing, section: Section) -> Answers:
    """Give what most people want on a page, what an account said of itself, and what was typed before."""
    by, signed_in = filing.by, filing.by.kind == "citizen"
    match section.key:
        case "return":
            return {"return.way": "online"}
        case "submitter" if filing.helped:
            return _owner(filing.helped)
        case "notices" if filing.helped:
            return {"notices.by": "sms", "notices.language": "vi"}
        case "notices" if signed_in:
            wish = notices_wish(by)
            return {"notices.by": wish.way, "notices.language": wish.language}
        case "notices":
            return {"notices.by": "sms", "notices.language": lang()}
        case "submitter" if signed_in:
            return _contact(by)
    return likely_answers(filing.form, section, filing.answers)


def _contact(by: Actor) -> Answers:
    """Give the phone or mail address with which the person signed in."""
    own = own_contact(by)
    if own is None:
        return {}
    phone = f"0{own.address[3:]}" if own.address.startswith("+84") else own.address
    return {"submitter.email": own.address} if own.kind == "mail" else {"submitter.phone": phone}


def _owner(helped: Consent) -> Answers:
    """Give what the person who is helped has said when agreeing."""
    owner = party(helped.owner_id)
    contact = party_contact(owner, "sms")
    found = {"submitter.name": owner.name, "submitter.identity": party_number(owner)}
    return found | ({"submitter.phone": f"0{contact.address[3:]}"} if contact else {})
