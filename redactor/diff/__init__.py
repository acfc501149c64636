"""What changed between two texts: pure values, and their face on a terminal."""
