"""The embedded PostgreSQL and the installation's home, without Django."""
