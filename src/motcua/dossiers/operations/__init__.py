"""Every write of dossiers: one function per legal act."""
