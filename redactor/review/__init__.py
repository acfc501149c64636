"""A person decides: the session (no terminal in it) and its faces."""
