"""Posters: a sheet of paper with a square that leads to one subject of the bot."""
