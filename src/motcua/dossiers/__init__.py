"""Drafts, submission, workflow, clock, holds, assignment, documents and results."""
