"""What other agencies ask: the questions that wait here, and the answers."""
