"""Migrations: one file each, in order, never changed once released."""
