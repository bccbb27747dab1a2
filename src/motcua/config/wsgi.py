"""The door of the web server. Each process builds its search index before the first question comes."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application
from django.db import Error, connection


def _warm_up() -> None:
    """Build what every process needs; an empty or absent database is no reason not to start."""
    try:
        import_module("motcua.catalogue.search").warm_up()
    except (Error, LookupError):
        return
    finally:
        connection.close()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
application = get_wsgi_application()
_warm_up()
gc.collect()
gc.freeze()  # what was built now stays for good: no later collection, in the middle of an answer, looks at it again
