"""Results that wait for their owner."""
