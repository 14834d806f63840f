"""Content packs: their shape, how they are read, what is checked."""
