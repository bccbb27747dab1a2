"""Indicators, signs of merely formal work, urging, reports and directive tasks."""
