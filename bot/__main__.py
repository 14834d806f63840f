"""`python -m bot` is the command `udha`."""

from bot.cli import main

main()
