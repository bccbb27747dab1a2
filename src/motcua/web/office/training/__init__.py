"""The exercises of a training ground: the list, one exercise, who has done what."""
