"""A reform of a procedure for tests: its version ends, another begins with other questions and papers."""

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from motcua.catalogue.models import Component, Form, ProcedureVersion
from motcua.catalogue.rules.forms import read_form
from motcua.catalogue.rules.forms.shaping import shape_of
from motcua.directory import warm

Definition = dict[str, Any]


def reform(
    code: str,
    on: date,
    *,
    change: Callable[[Definition], None] = lambda _form: None,
    papers: Callable[[list[Component]], list[Component]] = lambda listed: listed,
) -> int:
    """Let a new version begin on a day; gives its id. The catalogue is looked at anew."""
    old = ProcedureVersion.objects.get(procedure_id=code, valid_to=None)
    listed, channels = list(old.components.order_by("seq")), list(old.channels.all())
    assert old.form_id is not None
    form = Form.objects.get(id=old.form_id)
    for row in (old, form):
        type(row).objects.filter(id=row.id).update(valid_to=on - timedelta(days=1))
    form.definition = copy.deepcopy(form.definition)
    change(form.definition)
    form.shape, form.digest = shape_of(read_form(form.definition)), f"reform {on}"
    form.key = code
    new = ProcedureVersion.objects.get(id=old.id)
    new.form = _begun(form, on)
    _begun(new, on)
    for one in (*papers(listed), *channels):
        one.pk, one.version_id = None, new.id
        one.save(force_insert=True)
    warm.forget_all()
    return int(new.id)


def _begun(row: Any, on: date) -> Any:
    row.pk, row.valid_from, row.valid_to = None, on, None
    row.save(force_insert=True)
    return row
