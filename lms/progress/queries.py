"""Where people stand, read together."""

from collections.abc import Collection, Sequence

from lms.assessment import queries as assessment
from lms.cohorts import queries as cohorts
from lms.cohorts.models import Participant, Session
from lms.cohorts.queries import Stay
from lms.cohorts.rules import Attendance
from lms.content.course import Course
from lms.learning import queries as learning
from lms.people.models import Person
from lms.progress.rules import CourseStatus, course_status


def status_of(person: Person, course: Course) -> CourseStatus:
    """Online and in every room that the person was in."""
    stays = cohorts.stays_of([person.id]).get(person.id, [])
    return course_status(course, learning.lessons_done(person), assessment.quiz_results(person), stays)


def status_of_cohort(
    participants: Sequence[Participant], course: Course, *, attending: Collection[Session] = ()
) -> dict[int, CourseStatus]:
    """Participant's id → where they stand; as many queries for a room as for one person.

    `attending` are half-days to be taken as attended where nothing is recorded yet.
    """
    ids = [one.enrolment.person_id for one in participants]
    done, results = learning.lessons_done_by(ids), assessment.quiz_results_by(ids)
    stays = cohorts.stays_of(ids)
    _attend(attending, [stay for of_one in stays.values() for stay in of_one])
    return {
        one.id: course_status(course, done.get(key, {}), results.get(key, {}), stays.get(key, []))
        for one, key in zip(participants, ids, strict=True)
    }


def _attend(sessions: Collection[Session], stays: Sequence[Stay]) -> None:
    for stay in stays:
        for session in sessions:
            if session.cohort_id == stay.cohort.id:
                stay.attendance.setdefault(session.id, Attendance.PRESENT)
