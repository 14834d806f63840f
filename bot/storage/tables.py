"""The tables. Every column has its line in docs/privacy.md: what it is, why it is kept, how long."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ROW_ID = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up by itself only in an INTEGER primary key."""

KEPT = Table(
    "kept",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""Facts about the database itself: which secret key it was written with."""

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("chat_key", LargeBinary(16), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("touched", Date, nullable=False),
)

SEEN = Table(
    "seen_updates",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
)
"""Updates that were taken in, kept as long as Telegram could send them again."""

INBOX = Table(
    "inbox",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", LargeBinary(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("set_aside", Boolean, nullable=False, default=False),
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", ROW_ID, primary_key=True, autoincrement=True),
    Column("update_id", BigInteger, nullable=False),
    Column("n", Integer, nullable=False),
    Column("lane", LargeBinary(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("update_id", "n"),
    sqlite_autoincrement=True,
)

CASES = Table(
    "cases",
    METADATA,
    Column("id", ROW_ID, primary_key=True, autoincrement=True),
    Column("chat_key", LargeBinary(16), nullable=True),
    Column("address", LargeBinary, nullable=True),
    Column("thread", BigInteger, nullable=True),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date, nullable=True),
    Column("desk", LargeBinary(16), nullable=True),
    Column("card", BigInteger, nullable=True),
    Column("status", String(8), nullable=False, server_default="waiting"),
    Column("due", BigInteger, nullable=True),
    Column("sealed", LargeBinary, nullable=True),
    Index("ix_cases_chat_key", "chat_key"),
    Index("ix_cases_thread", "thread"),
    Index("ix_cases_due", "due"),
    sqlite_autoincrement=True,
)

RELAYED = Table(
    "relayed",
    METADATA,
    Column("case_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at_client", BigInteger, primary_key=True, autoincrement=False),
    Column("at_desk", BigInteger, primary_key=True, autoincrement=False),
    Column("from_client", Boolean, nullable=False),
    Index("ix_relayed_at_desk", "case_id", "at_desk"),
)
"""Which message of the client's chat is which message of the thread."""

TRACES = Table(
    "traces",
    METADATA,
    Column("chat_key", LargeBinary(16), primary_key=True),
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("hour", Integer, nullable=False),
    Index("ix_traces_hour", "hour"),
)
"""The messages of a client's chat that Telegram still lets us delete."""

REMINDERS = Table(
    "reminders",
    METADATA,
    Column("chat_key", LargeBinary(16), primary_key=True),
    Column("guide", String(16), primary_key=True),
    Column("due", BigInteger, nullable=False),
    Column("address", LargeBinary, nullable=False),
    Index("ix_reminders_due", "due"),
)
"""Of which of their lists clients want to be reminded, and when."""

COUNSELLORS = Table(
    "counsellors",
    METADATA,
    Column("key", LargeBinary(16), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

TRAIL = Table(
    "trail",
    METADATA,
    Column("id", ROW_ID, primary_key=True, autoincrement=True),
    Column("case_id", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("deed", String(10), nullable=False),
    Column("by", LargeBinary(16), nullable=True),
    Index("ix_trail_case_id", "case_id"),
    sqlite_autoincrement=True,
)
"""What was done to a case, when and by whom; never a word."""

COUNTS = Table(
    "counts",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("kind", String(24), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("language", String(3), primary_key=True),
    Column("area", String(40), primary_key=True, server_default=""),
    Column("campaign", String(64), primary_key=True, server_default=""),
    Column("n", Integer, nullable=False),
)

PUBLICATIONS = Table(
    "publications",
    METADATA,
    Column("counted", String(40), primary_key=True),
    Column("period", String(7), primary_key=True),
    Column("passed", Text, nullable=False),
)
"""What may be shown of the counts of a month or quarter that is over: `bot/publishing.py`."""

FIGURES = Table(
    "figures",
    METADATA,
    Column("id", ROW_ID, primary_key=True, autoincrement=True),
    Column("indicator", String(24), nullable=False),
    Column("day", Date, nullable=False),
    Column("n", Integer, nullable=False),
    *(Column(name, Integer, nullable=True) for name in ("having", "known")),
    Column("source", String(200), nullable=False),
    Column("entered_on", Date, nullable=False),
    Index("ix_figures_indicator", "indicator"),
    sqlite_autoincrement=True,
)
"""What the programme knows from elsewhere, entered by hand: `n` people, of `known` of them `having` what is asked."""


def _opens_the_console(name: str) -> Table:
    """By the mark of what a browser shows, until when (seconds since 1970, UTC) it lets whom in."""
    mark, sealed = Column("mark", LargeBinary(32), primary_key=True), Column("sealed", LargeBinary, nullable=False)
    return Table(name, METADATA, mark, sealed, Column("expires", BigInteger, nullable=False))


CONSOLE_LINKS = _opens_the_console("console_links")
"""Links into the console that nobody has used yet."""
CONSOLE_SESSIONS = _opens_the_console("console_sessions")
"""Browsers that are signed in to the console."""

PERIOD_KEYS = Table(
    "period_keys",
    METADATA,
    Column("period", String(7), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)
"""Under which chats are put into the sketches of a quarter; destroyed with them when it is over."""

SKETCHES = Table(
    "sketches",
    METADATA,
    Column("period", String(7), primary_key=True),
    Column("what", String(16), primary_key=True),
    Column("sketch", LargeBinary, nullable=False),
)
"""How many different chats did what in the quarter that is running: `bot/usage/people.py`."""

PEOPLE = Table(
    "people",
    METADATA,
    Column("period", String(7), primary_key=True),
    Column("what", String(16), primary_key=True),
    *(Column(name, Integer, nullable=False) for name in ("n", "low", "high")),
)
"""How many they were in the quarters that are over."""

UNCLEAR_MARKS = Table(
    "unclear_marks",
    METADATA,
    Column("word_mark", LargeBinary(16), primary_key=True),
    Column("chat_mark", LargeBinary(16), primary_key=True),
    Column("day", Date, nullable=False),
)
"""That some chat used some word that was not understood: neither can be read from it."""

UNCLEAR_WORDS = Table(
    "unclear_words",
    METADATA,
    Column("word", String(24), primary_key=True),
    Column("language", String(3), primary_key=True),
    Column("chats", Integer, nullable=False),
    Column("day", Date, nullable=False),
)
"""The words that enough chats used."""

PROPOSALS = Table(
    "proposals",
    METADATA,
    Column("id", ROW_ID, primary_key=True, autoincrement=True),
    Column("service", String(64), nullable=False),
    Column("given_on", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_proposals_service", "service"),
    sqlite_autoincrement=True,
)
"""What providers wrote about their own services, until an editor has decided."""
