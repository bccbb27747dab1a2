"""Dossiers in and results out by public post: orders, custody, hand-over lists, proof."""
