"""The look: tokens, parts, layout and manners shared by every face."""
