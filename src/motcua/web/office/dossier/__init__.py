"""One dossier on one screen, and the acts on it."""
