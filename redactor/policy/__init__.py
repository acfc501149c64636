"""What a kind of review does with names, places, dates and quotations."""
