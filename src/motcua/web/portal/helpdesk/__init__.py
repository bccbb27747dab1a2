"""Help for people: whom to ask, being called back, and a question on a draft."""
