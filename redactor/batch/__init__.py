"""Many documents as one review: what to open, where the results go, and putting them there."""
