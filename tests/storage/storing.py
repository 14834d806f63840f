"""The day, the vault and the chat of the storage tests."""

from datetime import date

from bot.storage.vault import Vault

TODAY = date(2026, 11, 22)
VAULT = Vault("a secret of some length")
OTHER_VAULT = Vault("another secret of some length")
CHAT = 4815162342
KEY = VAULT.chat_key(CHAT)
