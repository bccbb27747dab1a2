"""The rows of the catalogue: procedures in dated versions, services opened on them, forms, life events."""

from motcua.catalogue.models.events import LifeEvent, LifeEventProcedure
from motcua.catalogue.models.form import Form
from motcua.catalogue.models.lexicon import LexiconSheet
from motcua.catalogue.models.parts import Channel, Component
from motcua.catalogue.models.portal import VerticalPortal
from motcua.catalogue.models.procedure import Field, Procedure, ProcedureVersion
from motcua.catalogue.models.service import OnlineService

__all__ = [
    "Channel",
    "Component",
    "Field",
    "Form",
    "LexiconSheet",
    "LifeEvent",
    "LifeEventProcedure",
    "OnlineService",
    "Procedure",
    "ProcedureVersion",
    "VerticalPortal",
]
