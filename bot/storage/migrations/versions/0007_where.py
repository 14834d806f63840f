"""Counts by area and campaign as well; those made before know neither."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

BEFORE = "day, kind, subject, language, n"


def upgrade() -> None:
    op.execute(f"CREATE TABLE counts_before AS SELECT {BEFORE} FROM counts")  # noqa: S608 -- no word of anybody's
    op.drop_table("counts")
    op.create_table(
        "counts",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("kind", sa.String(24), primary_key=True),
        sa.Column("subject", sa.String(64), primary_key=True),
        sa.Column("language", sa.String(3), primary_key=True),
        sa.Column("area", sa.String(40), primary_key=True, server_default=""),
        sa.Column("campaign", sa.String(64), primary_key=True, server_default=""),
        sa.Column("n", sa.Integer, nullable=False),
    )
    op.execute(f"INSERT INTO counts ({BEFORE}) SELECT {BEFORE} FROM counts_before")  # noqa: S608 -- see above
    op.drop_table("counts_before")
