"""Tests of the simulators' page."""
