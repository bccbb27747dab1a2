"""One procedure version read whole: three queries, once a process."""

from motcua.catalogue.models import Channel, Component, ProcedureVersion
from motcua.catalogue.rules.versions import ChannelFacts, ComponentFacts, VersionFacts

_COMPONENT = ("seq", "case", "name", "name_is_cut", "kind", "copy_type", "original_qty", "copy_qty")
_COMPONENT_FORM = ("form_code", "form_source", "form_file", "source")
_CHANNEL = ("channel", "time_value", "time_unit", "time_note", "fee_amount", "fee_currency", "fee_note")


def read_version(version_id: int) -> VersionFacts:
    """Read a version with its parts; raises LookupError when there is none."""
    row = ProcedureVersion.objects.select_related("procedure", "field").filter(id=version_id).first()
    if row is None:
        raise LookupError(f"no procedure version {version_id}")
    components = Component.objects.filter(version_id=version_id).order_by("seq")
    channels = Channel.objects.filter(version_id=version_id).order_by("seq")
    return VersionFacts(
        id=row.id,
        code=row.procedure_id,
        name=row.name,
        title=row.title,
        sector=row.procedure.sector,
        url=row.procedure.url,
        issuer=row.procedure.issuer,
        is_local=row.procedure.is_local,
        field=row.field.name,
        field_slug=row.field_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        levels=tuple(row.levels),
        levels_basis=row.levels_basis,
        executing_agency=row.executing_agency,
        agency_id=row.agency_id,
        result=row.result,
        result_code=row.result_code,
        applicants=tuple(row.applicants),
        legal_basis=tuple(row.legal_basis),
        decision=row.decision,
        basis=row.basis,
        source=row.source,
        confidence=row.confidence,
        form_id=row.form_id,
        components=tuple(
            ComponentFacts(*one) for one in components.values_list(*_COMPONENT, *_COMPONENT_FORM)
        ),
        channels=tuple(ChannelFacts(*one) for one in channels.values_list(*_CHANNEL)),
    )
