"""The parts of `motcua run`."""
