"""Filing, one group of questions a page, from the receiving place to the submission."""
