"""Six questions, none of which asks who one is."""

from typing import Any

from flask_babel import gettext
from wtforms import TextAreaField
from wtforms.validators import ValidationError

from lms.cohorts.feedback import LONGEST_TEXT, QUESTIONS, SCORES
from lms.core.forms import CONTROL, Form


class FeedbackForm(Form):
    """Scores stand in the form as `score-<question>`; every question may be left out, but not all."""

    text = TextAreaField(render_kw={"maxlength": LONGEST_TEXT})

    def scores(self, sent: Any) -> dict[str, int]:
        """Question → score, for those that were answered with one of ours."""
        given = {question: sent.get(f"score-{question}", "") for question in QUESTIONS}
        return {question: int(one) for question, one in given.items() if one in map(str, SCORES)}

    def validate_text(self, field: TextAreaField) -> None:
        if len(field.data or "") > LONGEST_TEXT:
            raise ValidationError(
                gettext(
                    "At most %(most)s signs. You wrote %(count)s.",
                    most=LONGEST_TEXT,
                    count=len(field.data or ""),
                )
            )

    @property
    def tidied(self) -> str | None:
        """What was written, each line as it was typed, without invisible signs."""
        lines = (" ".join(CONTROL.sub(" ", line).split()) for line in (self.text.data or "").splitlines())
        return "\n".join(line for line in lines if line) or None
