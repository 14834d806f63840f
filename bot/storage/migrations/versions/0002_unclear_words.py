"""Words that were not understood, as soon as enough chats have used them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "unclear_marks",
        sa.Column("word_mark", sa.LargeBinary(16), primary_key=True),
        sa.Column("chat_mark", sa.LargeBinary(16), primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
    )
    op.create_table(
        "unclear_words",
        sa.Column("word", sa.String(24), primary_key=True),
        sa.Column("language", sa.String(3), primary_key=True),
        sa.Column("chats", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )
