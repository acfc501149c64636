"""Direct identifiers: values of many kinds, safe to print and with the check digits they need."""
