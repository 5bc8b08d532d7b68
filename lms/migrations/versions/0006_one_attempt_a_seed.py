"""A go at a check is handed in once, however many tabs send it in the same moment."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attempts") as batch_op:
        batch_op.create_unique_constraint("one_attempt_a_seed", ["person_id", "quiz_id", "seed"])


def downgrade() -> None:
    with op.batch_alter_table("attempts") as batch_op:
        batch_op.drop_constraint("one_attempt_a_seed", type_="unique")
