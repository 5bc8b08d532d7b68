"""A skeleton of each given name, by which the same person is found again."""

import sqlalchemy as sa
from alembic import op

from lms.core.mongolian import match_key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("match_key", sa.String(), nullable=True))
    table = sa.table("people", sa.column("id"), sa.column("given_name"), sa.column("match_key"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table.c.id, table.c.given_name)).all():
        key = match_key(row.given_name).replace(" ", "")
        connection.execute(table.update().where(table.c.id == row.id).values(match_key=key))
    with op.batch_alter_table("people") as people:
        people.alter_column("match_key", existing_type=sa.String(), nullable=False)
        people.create_index(people.f("ix_people_match_key"), ["match_key"])


def downgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.drop_index(people.f("ix_people_match_key"))
        people.drop_column("match_key")
