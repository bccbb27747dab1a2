"""Procedures in dated versions: components, forms, fees, time limits; search."""
