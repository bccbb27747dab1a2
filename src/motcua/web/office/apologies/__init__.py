"""Letters of apology: those that wait for a signature, and who was late without one."""
