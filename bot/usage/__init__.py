"""Anonymous counting."""
