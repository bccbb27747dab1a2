"""Tests of the training ground."""
