"""Where each paper original is, and every hand-over of it, whoever holds it."""
