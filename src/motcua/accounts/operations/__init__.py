"""Every write of accounts, one function per act."""
