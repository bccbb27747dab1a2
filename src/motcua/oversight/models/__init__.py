"""Rows of oversight."""

from motcua.oversight.models.device_test import DeviceTest
from motcua.oversight.models.readiness import Readiness
from motcua.oversight.models.ticket import Ticket, TicketNote

__all__ = ["DeviceTest", "Readiness", "Ticket", "TicketNote"]
