"""The `motcua` command line: one file a subcommand; calls operations and queries only."""
