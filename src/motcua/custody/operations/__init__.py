"""Every write of custody."""
