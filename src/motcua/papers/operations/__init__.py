"""Every write of papers."""

from motcua.papers.operations.cutting import cut
from motcua.papers.operations.forgetting import forget_rows, put_aside
from motcua.papers.operations.rendering import render_pdf
from motcua.papers.operations.storing import discard, prepare, store

__all__ = ["cut", "discard", "forget_rows", "prepare", "put_aside", "render_pdf", "store"]
