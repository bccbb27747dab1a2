"""Signing in with a code sent to a phone or mail address."""
