"""Rows of papers."""

from motcua.papers.models.file import File

__all__ = ["File"]
