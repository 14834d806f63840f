"""Question to topics, with a confidence."""
