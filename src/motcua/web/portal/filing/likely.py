"""What is chosen or filled in beforehand, on the page only: nothing of it counts before the person sends it."""

from motcua.accounts.queries import notices_wish, own_contact
from motcua.dossiers.queries.drafts import Answers
from motcua.kernel.actors import Actor


def likely(by: Actor, section: str, language: str) -> Answers:
    """Give what most people want on a page; of an account, what it has said of itself."""
    signed_in = by.kind == "citizen"
    match section:
        case "return":
            return {"return.way": "online"}
        case "notices" if signed_in:
            wish = notices_wish(by)
            return {"notices.by": wish.way, "notices.language": wish.language}
        case "notices":
            return {"notices.by": "sms", "notices.language": language}
        case "submitter" if signed_in:
            return _contact(by)
    return {}


def _contact(by: Actor) -> Answers:
    """Give the phone or mail address with which the person signed in."""
    own = own_contact(by)
    if own is None:
        return {}
    phone = f"0{own.address[3:]}" if own.address.startswith("+84") else own.address
    return {"submitter.email": own.address} if own.kind == "mail" else {"submitter.phone": phone}
