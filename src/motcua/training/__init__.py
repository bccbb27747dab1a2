"""The training ground: exercises that officers do on the real pages, over a database of its own."""
