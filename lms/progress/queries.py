"""Where a person stands, read together."""

from lms.assessment import queries as assessment
from lms.content.course import Course
from lms.learning import queries as learning
from lms.people.models import Person
from lms.progress.rules import CourseStatus, course_status


def status_of(person: Person, course: Course) -> CourseStatus:
    return course_status(course, learning.lessons_done(person), assessment.quiz_results(person))
