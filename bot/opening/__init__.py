"""Whether a service is open, by its hours, the clock where it stands, and that country's public holidays. Pure."""
