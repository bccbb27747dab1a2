"""Questions to the catalogue; every one about law takes the day, and costs no query when warm."""

from motcua.catalogue.queries.lists import (
    briefs,
    fields,
    life_events,
    place,
    procedures_in_field,
    procedures_of_life_event,
    with_own_form,
)
from motcua.catalogue.queries.procedures import (
    form_of,
    procedure,
    procedure_names,
    version,
    version_in_force,
)
from motcua.catalogue.queries.receiving import Offered, meant_by, received_by
from motcua.catalogue.queries.services import online_service, receives, receiving_agencies, vertical_portal
from motcua.catalogue.rules.forms import FormFacts
from motcua.catalogue.rules.versions import (
    Brief,
    ChannelFacts,
    ComponentFacts,
    FieldFacts,
    LifeEventFacts,
    PortalFacts,
    ProcedureFacts,
    ServiceFacts,
    VersionFacts,
)

__all__ = [
    "Brief",
    "ChannelFacts",
    "ComponentFacts",
    "FieldFacts",
    "FormFacts",
    "LifeEventFacts",
    "Offered",
    "PortalFacts",
    "ProcedureFacts",
    "ServiceFacts",
    "VersionFacts",
    "briefs",
    "fields",
    "form_of",
    "life_events",
    "meant_by",
    "online_service",
    "place",
    "procedure",
    "procedure_names",
    "procedures_in_field",
    "procedures_of_life_event",
    "received_by",
    "receives",
    "receiving_agencies",
    "version",
    "version_in_force",
    "vertical_portal",
    "with_own_form",
]
