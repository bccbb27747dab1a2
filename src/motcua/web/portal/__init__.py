"""Pages for people: find a procedure, file it, follow it."""
