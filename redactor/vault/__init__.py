"""Secret files on disk: sealed, shared, written whole, with their history and the key to them."""
