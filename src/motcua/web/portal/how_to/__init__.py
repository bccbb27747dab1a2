"""How to file and follow, with pictures: the citizen's guide."""
