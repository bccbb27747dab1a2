"""Every write of papers."""

from motcua.papers.operations.rendering import render_pdf
from motcua.papers.operations.storing import discard, prepare, store

__all__ = ["discard", "prepare", "render_pdf", "store"]
