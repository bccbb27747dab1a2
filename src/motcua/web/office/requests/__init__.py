"""Desk: people who wait for a call or an answer."""
