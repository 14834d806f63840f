"""The error tree: what only we can cause. What people can cause is an ordinary answer, never one of these.

UdhaError
├── SettingsError      a setting is missing or makes no sense
├── ContentError       a pack cannot be used
├── StorageError       the database cannot be used as it is
│   └── WrongSchema    it has another version than this program
├── SecretKeyError     what is stored was written with another secret key
├── SandboxError       the stand-in Telegram was asked for what it does not have
├── StartCodeError     a link cannot hold what it should lead to
├── PosterError        a poster cannot be drawn with what was given
├── ReportError        counts make no table, or no longer agree with what was published (see bot.reports.errors)
└── ChannelError       Telegram did not do what it was asked (see bot.channels.errors)
"""


class UdhaError(Exception):
    """A plain sentence that says what is wrong and what to do about it."""


class SettingsError(UdhaError):
    """A setting is missing or makes no sense; raised before anything is started."""


class ContentError(UdhaError):
    """The packs have faults; `udha content check` lists them all."""


class StorageError(UdhaError):
    """The database cannot be used as it is; nothing was changed in it."""


class WrongSchema(StorageError):
    """The database has another version than this program; `udha db upgrade` mends it."""


class SecretKeyError(UdhaError):
    """What is stored was written with another secret key."""


class SandboxError(UdhaError):
    """The stand-in Telegram was asked for what it does not have."""


class StartCodeError(UdhaError):
    """A link cannot hold what it should lead to: Telegram passes on only a few letters, and only some."""


class PosterError(UdhaError):
    """A poster cannot be drawn with what was given: a font lacks letters, or the words do not fit on the sheet."""


class ChannelError(UdhaError):
    """Telegram did not do what it was asked."""
