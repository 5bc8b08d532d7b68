"""How a certificate stands, the attendance paper of a workshop, and what people say of the workshop."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COURSE = sa.text("kind = 'course' AND status <> 'void'")
ATTENDANCE = sa.text("kind = 'attendance' AND status <> 'void'")


def upgrade() -> None:
    with op.batch_alter_table("certificates") as table:
        table.drop_constraint("one_certificate_a_person_and_kind", type_="unique")
        table.add_column(sa.Column("cohort_id", sa.Integer(), nullable=True))
        table.add_column(
            sa.Column("status", sa.String(length=32), nullable=False, server_default=sa.text("'valid'"))
        )
        table.add_column(sa.Column("status_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("status_reason", sa.String(), nullable=True))
        table.create_foreign_key(op.f("fk_certificates_cohort_id_cohorts"), "cohorts", ["cohort_id"], ["id"])
        table.create_index(op.f("ix_certificates_cohort_id"), ["cohort_id"])
    with op.batch_alter_table("certificates") as table:
        table.alter_column("status", existing_type=sa.String(length=32), server_default=None)
    _living("one_living_course_certificate", ["person_id"], COURSE)
    _living("one_living_attendance_paper", ["person_id", "cohort_id"], ATTENDANCE)
    op.create_table(
        "feedback_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohorts.id"], name=op.f("fk_feedback_answers_cohort_id_cohorts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_answers")),
    )
    op.create_index(op.f("ix_feedback_answers_cohort_id"), "feedback_answers", ["cohort_id"])


def downgrade() -> None:
    op.drop_table("feedback_answers")
    op.drop_index("one_living_attendance_paper", "certificates")
    op.drop_index("one_living_course_certificate", "certificates")
    with op.batch_alter_table("certificates") as table:
        table.drop_index(op.f("ix_certificates_cohort_id"))
        table.drop_constraint(op.f("fk_certificates_cohort_id_cohorts"), type_="foreignkey")
        table.drop_column("status_reason")
        table.drop_column("status_at")
        table.drop_column("status")
        table.drop_column("cohort_id")
        table.create_unique_constraint("one_certificate_a_person_and_kind", ["person_id", "kind"])


def _living(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "certificates", columns, unique=True, sqlite_where=where, postgresql_where=where)
