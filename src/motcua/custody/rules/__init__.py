"""Pure rules of custody."""
