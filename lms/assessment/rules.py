"""When a next attempt may begin (pure)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from lms.assessment.errors import AttemptsUsedUp, MustWait
from lms.assessment.models import Attempt
from lms.content.course import Quiz


def check_may_start(quiz: Quiz, earlier: Sequence[Attempt], *, at: datetime) -> None:
    """Raise `AttemptsUsedUp` or `MustWait` when the quiz's rules forbid a next attempt now.

    `earlier`: the person's submitted attempts, oldest first. After a pass nothing is refused.
    """
    if any(attempt.passed for attempt in earlier):
        return
    if quiz.attempts and len(earlier) >= quiz.attempts:
        raise AttemptsUsedUp
    if earlier and quiz.wait_minutes and (last := earlier[-1].submitted_at):
        until = last + timedelta(minutes=quiz.wait_minutes)
        if at < until:
            raise MustWait(until)
