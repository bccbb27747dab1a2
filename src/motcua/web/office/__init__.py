"""Pages for staff: the desk, the dossier, the acts."""
