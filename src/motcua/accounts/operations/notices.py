"""How a citizen wants to hear about dossiers: by SMS or mail, in which language."""

from datetime import datetime
from uuid import UUID

from motcua.accounts.events import NoticesChosen
from motcua.accounts.models import Account
from motcua.accounts.rules.notices import LANGUAGES, WAYS, Wish
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def choose_notices(*, wish: Wish, by: Actor, at: datetime) -> None:
    """Keep one's own wish for the filings to come; those already filed keep theirs. Raises ValueError."""
    if by.kind != "citizen" or wish.way not in WAYS or wish.language not in LANGUAGES:
        raise ValueError("only a citizen chooses, among what there is")
    account_id = UUID(by.id)
    with act(by=by, at=at) as deed:
        Account.objects.filter(id=account_id).update(notify_by=wish.way, language=wish.language)
        deed.record(NoticesChosen(account_id=account_id, way=wish.way, language=wish.language))
