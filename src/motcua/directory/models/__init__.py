"""The rows of the directory: all dated, all with a source."""

from motcua.directory.models.agency import Agency, AgencyCode, Succession
from motcua.directory.models.calendar import CalendarDay, OfficeHours
from motcua.directory.models.door import Door
from motcua.directory.models.loading import DataVersion
from motcua.directory.models.period import Period
from motcua.directory.models.place import PlaceAgency, ReceivingPlace
from motcua.directory.models.unit import Unit

__all__ = [
    "Agency",
    "AgencyCode",
    "CalendarDay",
    "DataVersion",
    "Door",
    "OfficeHours",
    "Period",
    "PlaceAgency",
    "ReceivingPlace",
    "Succession",
    "Unit",
]
