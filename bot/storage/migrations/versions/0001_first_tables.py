"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _road()
    _people()
    _facts()


def _road() -> None:
    """What is on its way in or out."""
    op.create_table(
        "seen_updates",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Date, nullable=False),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("lane", sa.LargeBinary(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("set_aside", sa.Boolean, nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("lane", sa.LargeBinary(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("update_id", "n", name="uq_outbox_update_id"),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    """What is remembered of chats and cases."""
    op.create_table(
        "conversations",
        sa.Column("chat_key", sa.LargeBinary(16), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("touched", sa.Date, nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        sa.Column("chat_key", sa.LargeBinary(16)),
        sa.Column("address", sa.LargeBinary),
        sa.Column("thread", sa.BigInteger),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.Column("closed_on", sa.Date),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_chat_key", "cases", ["chat_key"])
    op.create_index("ix_cases_thread", "cases", ["thread"])


def _facts() -> None:
    """What is known of the database itself, and what is counted."""
    op.create_table(
        "kept",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "counts",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("kind", sa.String(24), primary_key=True),
        sa.Column("subject", sa.String(64), primary_key=True),
        sa.Column("language", sa.String(3), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
    )
