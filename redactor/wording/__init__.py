"""How a sentence reads once names, dates and ages in it have changed."""
