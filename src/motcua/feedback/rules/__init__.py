"""What decides in feedback: pure functions."""
