"""Links into the console, and browsers that are signed in to it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for table in ("console_links", "console_sessions"):
        op.create_table(
            table,
            sa.Column("mark", sa.LargeBinary(32), primary_key=True),
            sa.Column("sealed", sa.LargeBinary, nullable=False),
            sa.Column("expires", sa.BigInteger, nullable=False),
        )
