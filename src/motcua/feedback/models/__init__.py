"""Rows of feedback."""

from motcua.feedback.models.request import HelpEntry, HelpRequest, TakenCall

__all__ = ["HelpEntry", "HelpRequest", "TakenCall"]
