"""Of which of their lists clients want to be reminded, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("chat_key", sa.LargeBinary(16), primary_key=True),
        sa.Column("guide", sa.String(16), primary_key=True),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("address", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_reminders_due", "reminders", ["due"])
