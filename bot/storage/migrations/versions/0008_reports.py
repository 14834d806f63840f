"""What was published, and what is entered by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ROW_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "publications",
        sa.Column("counted", sa.String(40), primary_key=True),
        sa.Column("period", sa.String(7), primary_key=True),
        sa.Column("passed", sa.Text, nullable=False),
    )
    op.create_table(
        "figures",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=True),
        sa.Column("indicator", sa.String(24), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("having", sa.Integer, nullable=True),
        sa.Column("known", sa.Integer, nullable=True),
        sa.Column("source", sa.String(200), nullable=False),
        sa.Column("entered_on", sa.Date, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_figures_indicator", "figures", ["indicator"])
