"""The counter: taking dossiers in from people and out of the post, on one screen, by keyboard."""
