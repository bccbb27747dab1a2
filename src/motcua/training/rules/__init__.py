"""Pure rules of training: the exercises as data, and who may see what."""
