"""Gender-neutral words where a child is spoken of, for a person to approve."""
