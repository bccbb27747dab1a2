"""Rows of the training ground."""

from motcua.training.models.ground import Ground
from motcua.training.models.practice import Practice

__all__ = ["Ground", "Practice"]
