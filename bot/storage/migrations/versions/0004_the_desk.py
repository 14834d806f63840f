"""What the desk needs: the state of a case, which message is which, who counsels, what was done."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ROW_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _cases()
    _messages()
    _people()


def _cases() -> None:
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("desk", sa.LargeBinary(16)))
        cases.add_column(sa.Column("card", sa.BigInteger))
        cases.add_column(sa.Column("status", sa.String(8), nullable=False, server_default="waiting"))
        cases.add_column(sa.Column("due", sa.BigInteger))
        cases.add_column(sa.Column("sealed", sa.LargeBinary))
    op.create_index("ix_cases_due", "cases", ["due"])
    op.execute("UPDATE cases SET status = 'closed' WHERE closed_on IS NOT NULL")


def _messages() -> None:
    op.create_table(
        "relayed",
        sa.Column("case_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at_client", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at_desk", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("from_client", sa.Boolean, nullable=False),
    )
    op.create_index("ix_relayed_at_desk", "relayed", ["case_id", "at_desk"])
    op.create_table(
        "traces",
        sa.Column("chat_key", sa.LargeBinary(16), primary_key=True),
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("hour", sa.Integer, nullable=False),
    )
    op.create_index("ix_traces_hour", "traces", ["hour"])


def _people() -> None:
    op.create_table(
        "counsellors",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "trail",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        sa.Column("case_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("deed", sa.String(10), nullable=False),
        sa.Column("by", sa.LargeBinary(16)),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_trail_case_id", "trail", ["case_id"])
