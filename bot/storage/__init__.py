"""Tables and what is read from and written to them."""
