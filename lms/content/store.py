"""The course that this application serves: loaded once at the start, frozen, shared by all requests."""

from flask import Flask, current_app

from lms.content.course import Course


def put_course(app: Flask, course: Course) -> None:
    app.extensions["course"] = course


def current_course() -> Course:
    course: Course = current_app.extensions["course"]
    return course
