"""Tests of custody."""
