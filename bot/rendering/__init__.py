"""Views and actions into the words and buttons that a person sees; pure."""
