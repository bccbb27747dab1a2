"""An invented but plausible history: people, procedures, and the lives of dossiers."""
