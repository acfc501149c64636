"""Dates and ages told so vaguely as a policy asks, with the words around them that must agree."""
