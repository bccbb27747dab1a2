"""The rows of the directory: dated and sourced ones that are loaded, and what places tell about themselves."""

from motcua.directory.models.agency import Agency, AgencyCode, Succession
from motcua.directory.models.calendar import CalendarDay, OfficeHours
from motcua.directory.models.contact import PlaceClosure, PlaceContact
from motcua.directory.models.door import Door
from motcua.directory.models.extension import Extension
from motcua.directory.models.loading import DataVersion
from motcua.directory.models.paper_form import PaperForm
from motcua.directory.models.period import Period
from motcua.directory.models.place import PlaceAgency, ReceivingPlace
from motcua.directory.models.unit import Unit

__all__ = [
    "Agency",
    "AgencyCode",
    "CalendarDay",
    "DataVersion",
    "Door",
    "Extension",
    "OfficeHours",
    "PaperForm",
    "Period",
    "PlaceAgency",
    "PlaceClosure",
    "PlaceContact",
    "ReceivingPlace",
    "Succession",
    "Unit",
]
