"""The command line: one module a command, and nothing else knows about terminals."""
