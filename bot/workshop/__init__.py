"""Commands for editors and translators: `udha content …`, each in a file of its own."""
