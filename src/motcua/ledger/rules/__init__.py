"""Pure rules of the ledger: canonical form and hashes."""
