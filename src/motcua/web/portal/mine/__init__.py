"""One's own dossiers and drafts."""
