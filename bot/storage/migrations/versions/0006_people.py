"""How many people: sketches, the key of each quarter, and the numbers that are left of it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "period_keys",
        sa.Column("period", sa.String(7), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "sketches",
        sa.Column("period", sa.String(7), primary_key=True),
        sa.Column("what", sa.String(16), primary_key=True),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "people",
        sa.Column("period", sa.String(7), primary_key=True),
        sa.Column("what", sa.String(16), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("low", sa.Integer, nullable=False),
        sa.Column("high", sa.Integer, nullable=False),
    )
