"""The officers of an agency, for those who keep its accounts."""
