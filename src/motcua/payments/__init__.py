"""Fee orders, receipts, refunds and their reconciliation."""
