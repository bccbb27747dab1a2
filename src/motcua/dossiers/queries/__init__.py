"""Page-sized reads of dossiers; every one takes the viewer."""
