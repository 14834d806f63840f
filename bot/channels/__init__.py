"""The ways to Telegram, and the durable road in and out."""
