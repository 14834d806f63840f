"""Pages in a browser, served beside the bot: for now the one form on which a provider corrects its own entry."""
