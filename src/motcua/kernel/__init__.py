"""Pure building blocks: actors, working time, references, Vietnamese text."""
