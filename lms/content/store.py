"""The course that this application serves: loaded once at the start, frozen, shared by all requests."""

from flask import Flask, current_app

from lms.content.course import Course
from lms.content.search_index import Index, places_of


def put_course(app: Flask, course: Course) -> None:
    app.extensions["course"] = course
    app.extensions["search"] = Index(tuple(places_of(course)))


def current_course() -> Course:
    course: Course = current_app.extensions["course"]
    return course


def current_index() -> Index:
    """What a search of the course looks through."""
    index: Index = current_app.extensions["search"]
    return index
