"""Phones that serve many by agreement: the list, a new one, the end of one."""
