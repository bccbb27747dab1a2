"""What `motcua backup` and `motcua restore` share: the parts of a backup, how they are written and proven."""
