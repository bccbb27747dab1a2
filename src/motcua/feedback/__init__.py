"""Petitions, satisfaction, escalation to the head of agency and the Chairman."""
