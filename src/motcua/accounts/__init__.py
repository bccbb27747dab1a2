"""People and firms as parties, officers, roles in a unit, sign-in."""
