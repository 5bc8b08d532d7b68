"""The course that an application serves."""

from flask import Flask

from lms.content.store import current_course, put_course


def test_the_course_is_shared_by_everyone_who_asks(desk):
    app, course = Flask("x"), desk.load()
    put_course(app, course)
    with app.app_context():
        assert current_course() is course
