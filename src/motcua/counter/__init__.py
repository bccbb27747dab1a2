"""Visits: triage, appointments, tickets, hall capacity and staffing."""
