"""Time stamps (RFC 3161): a third party says that a signature existed at a moment."""
