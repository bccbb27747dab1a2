"""Sessions in the database, as Django keeps them; only the read, which every request makes, is plainer."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session

from motcua.ledger.reading import read


class SessionStore(DatabaseStore):
    """Django's store of sessions, read without building a query anew."""

    def _get_session_from_db(self) -> Session | None:
        for row in read(Session, "session_key = %s AND expire_date > now()", [self.session_key]):
            return row
        self._session_key = None  # as Django does: a name that is not known is not kept
        return None
