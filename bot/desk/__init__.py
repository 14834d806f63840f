"""What counsellors see and do."""
