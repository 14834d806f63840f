"""Everything a client could be shown, on one page for whoever reviews it."""
