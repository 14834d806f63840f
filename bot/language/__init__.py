"""Telling, folding and formatting languages."""
