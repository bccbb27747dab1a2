"""Property tests are about truth, not time: no deadline on a busy machine."""

from hypothesis import settings

settings.register_profile("motcua", deadline=None)
settings.load_profile("motcua")
