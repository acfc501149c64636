"""The stress set: invented safeguarding records by origin of the names, with gold spans."""
