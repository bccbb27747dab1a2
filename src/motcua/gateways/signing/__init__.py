"""Digital signatures of officers and seals of agencies: the keys never come here, only what they signed."""
