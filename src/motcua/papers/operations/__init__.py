"""Every write of papers."""

from motcua.papers.operations.rendering import render_pdf
from motcua.papers.operations.storing import discard, store

__all__ = ["discard", "render_pdf", "store"]
