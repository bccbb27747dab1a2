"""Tests of the house's foundations, on a server of their own."""
