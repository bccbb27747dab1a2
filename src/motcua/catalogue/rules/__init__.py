"""Pure rules of the catalogue: what versions, forms and papers mean."""
