"""Names of bodies over the whole review."""
