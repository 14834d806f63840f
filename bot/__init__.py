"""Udha, a Telegram bot that shows the safe road: vetted answers, services nearby, a person when one is needed."""
