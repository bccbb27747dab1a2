"""Where search reads its rows; the engine is built once a process and anew after a load."""

from collections.abc import Iterator
from threading import Lock

from motcua.catalogue.models import LexiconSheet, ProcedureVersion
from motcua.catalogue.search import lexicon
from motcua.catalogue.search.documents import Document
from motcua.catalogue.search.engine import Engine
from motcua.catalogue.search.index import build
from motcua.catalogue.search.lexicon import Lexicon
from motcua.directory.warm import Warm

_FACTS = ("procedure_id", "title", "field__name", "levels", "applicants", "procedure__sector")
_MORE = ("executing_agency", "result", "valid_from", "valid_to")


def engine() -> Engine:
    """Return the engine over the rows as loaded."""
    words = _lexicon.value()
    with _building:
        found = _engine.value()
        if found.index.lexicon is not words:
            _engine.forget()
            found = _engine.value()
    return found


def _read_lexicon() -> Lexicon:
    return lexicon.read(dict(LexiconSheet.objects.values_list("name", "body")))


def _documents() -> Iterator[Document]:
    rows = ProcedureVersion.objects.order_by("procedure_id", "valid_from").values_list(*_FACTS, *_MORE)
    for code, title, field, levels, applicants, sector, *more in rows:
        yield Document(code, title, field, tuple(levels), tuple(applicants), sector, *more)


def _build() -> Engine:
    return Engine(build(_documents(), _lexicon.value()))


_lexicon = Warm("search", _read_lexicon)
_engine = Warm("catalogue", _build)
_building = Lock()
