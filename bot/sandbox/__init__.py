"""The stand-in Telegram: a Bot API server in memory and a page on which one person plays clients and counsellors."""
