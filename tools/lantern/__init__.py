"""How Lantern, redactor's own model of names, is made; README.md says how to run it."""
