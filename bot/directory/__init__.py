"""Where somebody is, what they need, and which places and lines help there; pure."""
