"""Hand-over of papers between the one-stop and the specialised unit."""
