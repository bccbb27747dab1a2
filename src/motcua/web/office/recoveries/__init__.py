"""Lost second factors: what waits for a confirmation, for keepers of accounts and for oversight."""
