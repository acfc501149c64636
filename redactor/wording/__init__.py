"""How a sentence reads once names in it have changed."""
