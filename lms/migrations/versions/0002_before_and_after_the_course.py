"""The test before and after the course: an attempt says which of the two it is."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OPEN = sa.text("submitted_at IS NULL")
OPEN_WITHOUT_MOMENT = sa.text("submitted_at IS NULL AND moment IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index("one_open_attempt")
        batch_op.add_column(sa.Column("moment", sa.String(length=32), nullable=True))
        batch_op.create_unique_constraint("one_attempt_a_moment", ["person_id", "quiz_id", "moment"])
    _index(OPEN_WITHOUT_MOMENT)


def downgrade() -> None:
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index("one_open_attempt")
        batch_op.drop_constraint("one_attempt_a_moment", type_="unique")
        batch_op.drop_column("moment")
    _index(OPEN)


def _index(where: sa.TextClause) -> None:
    columns = ["person_id", "quiz_id"]
    op.create_index(
        "one_open_attempt", "attempts", columns, unique=True, sqlite_where=where, postgresql_where=where
    )
