"""``redact map``: looking at a review's map and changing it, one module a family of commands."""
