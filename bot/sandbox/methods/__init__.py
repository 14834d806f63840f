"""What each Bot API method does, one file for each family."""
